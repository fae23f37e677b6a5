"""Whether a request was signed by who knows a secret: an HMAC of its body with SHA-256, as most of the web does it."""

import hashlib
import hmac

_PREFIX = "sha256="


def signature_of(body: bytes, secret: str) -> str:
    """Give the signature that goes with a body: "sha256=" and 64 hexadecimal digits."""
    return _PREFIX + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def is_signed(body: bytes, signature: str, secret: str) -> bool:
    """Whether that is the body's signature; nothing is signed without a secret."""
    expected = signature_of(body, secret).encode()
    return bool(secret) and hmac.compare_digest(expected, signature.strip().lower().encode())
