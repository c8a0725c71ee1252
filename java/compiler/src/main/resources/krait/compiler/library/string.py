"""Characters by kind."""

whitespace: str = " \t\n\r\x0b\x0c"
ascii_lowercase: str = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase: str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters: str = ascii_lowercase + ascii_uppercase
digits: str = "0123456789"
hexdigits: str = digits + "abcdefABCDEF"
octdigits: str = "01234567"
punctuation: str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable: str = digits + ascii_letters + punctuation + whitespace


def capwords(s: str, sep: str | None = None) -> str:
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])
