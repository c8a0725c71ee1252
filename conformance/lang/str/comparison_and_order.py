def main() -> None:
    words = ["banana", "Apple", "cherry", "apple", "", "Banana2", "äpfel", "zebra"]
    print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len))
    print("a" < "b", "a" < "B", "abc" < "abd", "abc" < "ab", "" < "a", "10" < "9", "a" <= "a")
    print(max(words), min(words), words[0] == words[-1], sorted("hello"))
    print("\uffff" < "\U00010000", "\U0001f600" > "\uff5e")


main()
