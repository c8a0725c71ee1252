def vowels(text: str) -> int:
    return sum(1 for c in text if c in "aeiou")


def caesar(text: str, by: int) -> str:
    result = []
    for c in text:
        if c.isalpha() and c.isascii():
            base = ord("A") if c.isupper() else ord("a")
            result.append(chr((ord(c) - base + by) % 26 + base))
        else:
            result.append(c)
    return "".join(result)


def is_palindrome(text: str) -> bool:
    letters = [c.lower() for c in text if c.isalnum()]
    return letters == letters[::-1]


def main() -> None:
    print(vowels("the quick brown fox"), caesar("Hello, World!", 3), caesar("Khoor, Zruog!", -3))
    print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("nope"))
    print(list("abc"), tuple("ab"), set("aaa"), list(reversed("abc")), list(enumerate("xy", 1)))
    print({c: "banana".count(c) for c in sorted(set("banana"))}, dict(zip("abc", "xyz")))


main()
