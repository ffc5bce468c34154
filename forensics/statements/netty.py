"""What netty says of itself, in the logs without a logger of their own, in clients, and at DEBUG."""

from forensics.statements.template import Statement

SELECTOR = Statement(
    template="instrumented a special java.util.Set into: {_}",
    logged_by="io.netty.channel.nio.NioEventLoop.openSelector",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker_default.log:1",
)
LOOP_SHUT_DOWN = Statement(
    template="Failed to submit a listener notification task. Event loop shut down?",
    logged_by="io.netty.util.concurrent.DefaultPromise.safeExecute",
    seen="H-5.3.3-sigstop:broker-a-0/logs/rocketmqlogs/broker_default.log:1",
    throws=True,
)
NOT_REGISTERED = Statement(
    template="Force-closing a channel whose registration task was not accepted by an event loop: {_}",
    logged_by="io.netty.channel.AbstractChannel$AbstractUnsafe.register",
    throws=True,
)
OPTION = Statement(
    template="-Dio.netty.{_:key}: {_}",
    logged_by="static blocks of io.netty classes",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:10",
)
SLF4J = Statement(
    template="Using SLF4J as the default logging framework",
    logged_by="io.netty.util.internal.logging.InternalLoggerFactory.newDefaultFactory",
    seen="H-4.8.0-bfail:consumer/console.log:1",
)
BUFFER_ADDRESS = Statement(
    template="java.nio.Buffer.address: {_}",
    logged_by="io.netty.util.internal.PlatformDependent0",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:2",
)
UNSAFE = Statement(
    template="sun.misc.Unsafe.theUnsafe: {_}",
    logged_by="io.netty.util.internal.PlatformDependent0",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:3",
)
UNSAFE_COPY = Statement(
    template="sun.misc.Unsafe.copyMemory: {_}",
    logged_by="io.netty.util.internal.PlatformDependent0",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:4",
)
DIRECT_BUFFER = Statement(
    template="direct buffer constructor: {_}",
    logged_by="io.netty.util.internal.PlatformDependent0",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:5",
)
UNALIGNED = Statement(
    template="java.nio.Bits.unaligned: {_}",
    logged_by="io.netty.util.internal.PlatformDependent0",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:6",
)
DIRECT_BUFFER_INIT = Statement(
    template="java.nio.DirectByteBuffer.<init>({_}): {_}",
    logged_by="io.netty.util.internal.PlatformDependent0",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:7",
)
CLEANER = Statement(
    template="java.nio.ByteBuffer.cleaner(): {_}",
    logged_by="io.netty.util.internal.Cleaner0",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:8",
)
JAVA_VERSION = Statement(
    template="Java version: {_:int}",
    logged_by="io.netty.util.internal.PlatformDependent.javaVersion0",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:9",
)
UNSAFE_AVAILABLE = Statement(
    template="sun.misc.Unsafe: {_}",
    logged_by="io.netty.util.internal.PlatformDependent.unsafeUnavailabilityCause0",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:11",
)
JAVASSIST = Statement(
    template="Javassist: available",
    logged_by="io.netty.util.internal.PlatformDependent.hasJavassist0",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:14",
)
JAVASSIST_MISSING = Statement(
    template="Javassist: unavailable",
    logged_by="io.netty.util.internal.PlatformDependent.hasJavassist0",
)
JAVASSIST_ADVISED = Statement(
    template="You don't have Javassist in your class path or you don't have enough permission to load {_}",
    logged_by="io.netty.util.internal.PlatformDependent.hasJavassist0",
)
MAX_MEMORY = Statement(
    template="maxDirectMemory: {_:int} bytes{_}",
    logged_by="io.netty.util.internal.PlatformDependent.maxDirectMemory0",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:12",
)
MAX_MEMORY_OF_NETTY = Statement(
    template="io.netty.maxDirectMemory: {_:int} bytes",
    logged_by="io.netty.util.internal.PlatformDependent",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:18",
)
QUEUE = Statement(
    template="org.jctools-core.MpscChunkedArrayQueue: {_:word}",
    logged_by="io.netty.util.internal.PlatformDependent.Mpsc",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:29",
)
MATCHER = Statement(
    template="Generated: io.netty.util.internal.__matchers__.{_:word}",
    logged_by="io.netty.util.internal.JavassistTypeParameterMatcherGenerator.generate",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:43",
)
LEAK_DETECTOR = Statement(
    template="Loaded default ResourceLeakDetector: {_}",
    logged_by="io.netty.util.ResourceLeakDetectorFactory",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:48",
)
UNSAFE_ARRAY = Statement(
    template="jdk.internal.misc.Unsafe.allocateUninitializedArray(int): {_}",
    logged_by="io.netty.util.internal.PlatformDependent0",
    seen="K-4.9.8-onedead:p1/logs/rocketmqlogs/rocketmq_client.log:10",
)
JAVA_NET = Statement(
    template="-Djava.net.{_:key}: {_}",
    logged_by="static block of io.netty.util.NetUtil",
    seen="K-4.9.8-onedead:p1/logs/rocketmqlogs/rocketmq_client.log:33",
)
LOOPBACK = Statement(
    template="Loopback interface: {_}",
    logged_by="io.netty.util.NetUtilInitializations.determineLoopback",
    seen="K-4.9.8-onedead:p1/logs/rocketmqlogs/rocketmq_client.log:35",
)
UNKNOWN_OPTION = Statement(
    template="Unknown channel option '{_}' for channel '{_}'",
    logged_by="io.netty.bootstrap.AbstractBootstrap.setChannelOption",
    seen="S-mixed-ns4:ns0/logs/rocketmqlogs/namesrv_default.log:5",
)
NO_NATIVE_SSL = Statement(
    template="netty-tcnative not in the classpath; {_:word} will be unavailable.",
    logged_by="static block of io.netty.handler.ssl.OpenSsl",
)
NOT_SELF_SIGNED = Statement(
    template="Failed to generate a self-signed X.509 certificate using {_:word}:",
    logged_by="io.netty.handler.ssl.util.SelfSignedCertificate",
    throws=True,
)
TASK_FAILED = Statement(
    template="A task raised an exception. Task: {_}",
    logged_by="io.netty.util.concurrent.AbstractEventExecutor.safeExecute",
    throws=True,
)
CIPHER = Statement(
    template="Cipher suite mapping: {_:word} => {_:word}",
    logged_by="io.netty.handler.ssl.CipherSuiteConverter",
)
CIPHERS = Statement(
    template="Default cipher suites ({_:word}): [{_}]",
    logged_by="io.netty.handler.ssl.OpenSsl and JdkSslContext",
)
PROTOCOLS = Statement(
    template="Supported protocols ({_:word}): [{_}]",
    logged_by="io.netty.handler.ssl.OpenSsl",
)
LIBRARY = Statement(
    template="Successfully loaded the library {_:path}",
    logged_by="io.netty.util.internal.NativeLibraryLoader.load",
)
LIBRARY_BY_NAME = Statement(
    template="Loaded library with name '{_:word}'",
    logged_by="io.netty.util.internal.NativeLibraryLoader.load",
)
SSL_ENGINE = Statement(
    template="Initialize netty-tcnative using engine: '{_:word}'",
    logged_by="io.netty.handler.ssl.OpenSsl",
)
SSL_LIBRARY = Statement(
    template="netty-tcnative using native library: {_}",
    logged_by="io.netty.handler.ssl.OpenSsl",
)
BOUNCY_CASTLE = Statement(
    template="Bouncy Castle provider available",
    logged_by="io.netty.handler.ssl.BouncyCastleUtil",
)
STORE_FENCE = Statement(
    template="sun.misc.Unsafe.storeFence: {_}",
    logged_by="io.netty.util.internal.PlatformDependent0",
)
UNSAFE_BASE = Statement(
    template="sun.misc.Unsafe base methods: {_}",
    logged_by="io.netty.util.internal.PlatformDependent0",
)
BACKLOG = Statement(
    template="/proc/sys/net/core/somaxconn: {_:int}",
    logged_by="io.netty.util.NetUtil",
)
SHADED_OPTION = Statement(
    template="-Dio.grpc.netty.shaded.io.netty.{_:key}: {_}",
    logged_by="static blocks of io.netty classes that gRPC carries",
)
