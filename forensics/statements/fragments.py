"""What a file begins with when its first record was cut off: the rest of a stack trace."""

from forensics.statements.template import Statement

FRAME = Statement(
    template="\tat {_:frame}",
    logged_by="Throwable.printStackTrace",
)
CAUSE = Statement(
    template="Caused by: {_:throwable}{_:rest}",
    logged_by="Throwable.printStackTrace",
)
SUPPRESSED = Statement(
    template="\tSuppressed: {_:throwable}{_:rest}",
    logged_by="Throwable.printStackTrace",
)
MORE = Statement(
    template="\t... {_:int} more",
    logged_by="Throwable.printStackTrace",
)
MORE_FRAMES = Statement(
    template="... {_:int} common frames omitted",
    logged_by="logback's printing of a trace",
)
SECOND_LINE = Statement(
    template="For more information, please visit the url, {_:word}",
    logged_by="FAQUrl.attachDefaultURL, 4.8.0 to 5.3.3: second line of a client's exception",
)
