import hashlib

# A toy key of 512 bits, made for this page. Real ones have 2,048 or more.
MODULUS = int(
    "cbf6aeab3110ba46d3686f38dac99a0f215d7af19b65976ca896d6e1a9d11988"
    "05c14fd8fdfc292100cf6e0d5052048df13c08a8247ff48cd767ebcadd41881b",
    16,
)
PUBLIC = 65537  # with the modulus: for everybody
PRIVATE = int(  # for the server that signs people in, and for nobody else
    "95d881b2dbb542654e63e77289aa9b388a76b72051de6d453306be8fc3c70f4d"
    "831a2ad58471e7df39f3758b082c0bb485fe9ebe8072358e56f9ed5e0bfa3d41",
    16,
)
SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")  # "what follows is SHA-256"


def padded(text: str) -> int:
    """Fill the hash up to the length of the key, as RFC 8017 says."""
    end = SHA256 + hashlib.sha256(text.encode()).digest()
    size = (MODULUS.bit_length() + 7) // 8
    return int.from_bytes(b"\x00\x01" + b"\xff" * (size - len(end) - 3) + b"\x00" + end)


def sign(text: str, exponent: int) -> int:
    return pow(padded(text), exponent, MODULUS)


def verify(text: str, signature: int) -> bool:
    return pow(signature, PUBLIC, MODULUS) == padded(text)


signature = sign('{"user_id": "7"}', PRIVATE)
print("checked with the public key:", verify('{"user_id": "7"}', signature))
print("other claims, same signature:", verify('{"user_id": "1"}', signature))
forged = sign('{"user_id": "1"}', PUBLIC)
print("signed with what everybody knows:", verify('{"user_id": "1"}', forged))
