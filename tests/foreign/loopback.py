"""A host on loopback with a certificate of its own, which does to whoever asks what hostile hosts do."""

import datetime
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from sitegen.foreign.connection import Way

NAME = "badges.example.test"
Answering = Callable[[BaseHTTPRequestHandler], None]


def certificate(folder: Path) -> Path:
    """A certificate for NAME with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "certificate.pem"
    path.write_bytes(private + made.public_bytes(pem))
    return path


class Host:
    """The running host: where it is, how to reach it in a test, and what it was asked."""

    def __init__(self, answers: dict[str, Answering], port: int, path: Path) -> None:
        self.answers = answers
        self.port = port
        self.path = path
        self.asked: list[tuple[str, dict[str, str]]] = []

    def address(self, path: str, name: str = NAME) -> str:
        return f"https://{name}:{self.port}{path}"

    def way(self, *numbers: str, name: str = NAME) -> Way:
        """A way to it: NAME is where it runs, or has these numbers; only loopback's own number is allowed."""
        known = {name: list(numbers or ("127.0.0.1",))}
        return Way(
            resolve=lambda host, _: known.get(host, []),
            is_allowed=lambda number: number == "127.0.0.1",
            tls=lambda: ssl.create_default_context(cafile=str(self.path)),
        )


@contextmanager
def running(folder: Path) -> Iterator[Host]:
    path = certificate(folder)
    host: Host

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host.asked.append((self.path, dict(self.headers.items())))
            with suppress(OSError):
                host.answers[self.path](self)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    host = Host({}, server.server_address[1], path)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def sends(body: bytes, kind: str = "application/json", status: int = 200, **headers: str) -> Answering:
    """An answer as it should be; `headers` are added, with `_` for the hyphens in their names."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def redirects(to: str, status: int = 302) -> Answering:
    return sends(b"", status=status, Location=to)
