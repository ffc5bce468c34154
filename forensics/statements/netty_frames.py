"""HTTP/2 frames as netty prints them at DEBUG, under proxies and gRPC clients."""

from forensics.statements.template import Statement

DATA = Statement(
    template="[id: 0x{_}] {_:word} DATA: streamId={_:int} padding={_:int} endStream={_:bool} length={_:int} bytes={_}",
    logged_by="io.netty.handler.codec.http2.Http2FrameLogger, of proxies and gRPC clients",
)
HEADERS = Statement(
    template="[id: 0x{_}] {_:word} HEADERS: streamId={_:int} headers={_}",
    logged_by="io.netty.handler.codec.http2.Http2FrameLogger, of proxies and gRPC clients",
)
PRIORITY = Statement(
    template="[id: 0x{_}] {_:word} PRIORITY: streamId={_:int} streamDependency={_:int} weight={_:int} exclusive={_:bool}",
    logged_by="io.netty.handler.codec.http2.Http2FrameLogger, of proxies and gRPC clients",
)
RESET = Statement(
    template="[id: 0x{_}] {_:word} RST_STREAM: streamId={_:int} errorCode={_:int}",
    logged_by="io.netty.handler.codec.http2.Http2FrameLogger, of proxies and gRPC clients",
)
SETTINGS = Statement(
    template="[id: 0x{_}] {_:word} SETTINGS: ack={_}",
    logged_by="io.netty.handler.codec.http2.Http2FrameLogger, of proxies and gRPC clients",
)
PING = Statement(
    template="[id: 0x{_}] {_:word} PING: ack={_:bool} bytes={_:int}",
    logged_by="io.netty.handler.codec.http2.Http2FrameLogger, of proxies and gRPC clients",
)
GO_AWAY = Statement(
    template="[id: 0x{_}] {_:word} GO_AWAY: lastStreamId={_:int} errorCode={_:int} length={_:int} bytes={_}",
    logged_by="io.netty.handler.codec.http2.Http2FrameLogger, of proxies and gRPC clients",
)
WINDOW = Statement(
    template="[id: 0x{_}] {_:word} WINDOW_UPDATE: streamId={_:int} windowSizeIncrement={_:int}",
    logged_by="io.netty.handler.codec.http2.Http2FrameLogger, of proxies and gRPC clients",
)
GO_AWAY_FAILED = Statement(
    template=(
        "[id: 0x{_}] Sending GOAWAY failed: lastStreamId '{_:int}', errorCode '{_:int}', debugData '{_}'. Forcing "
        "shutdown of the connection."
    ),
    logged_by="io.netty.handler.codec.http2.Http2ConnectionHandler.processGoAwayWriteResult",
    throws=True,
)
