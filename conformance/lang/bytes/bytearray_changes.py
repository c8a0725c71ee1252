def main() -> None:
    data = bytearray(b"abc")
    data[0] = 120
    data.append(33)
    data.extend(b"yz")
    data += b"!"
    print(data, len(data), bytes(data), data[1], data[-1], data[1:3])
    data[1:3] = b"----"
    print(data)
    del data[0]
    data.insert(0, 65)
    data.reverse()
    print(data, data.pop(), data.pop(0), data.find(b"-"), data == bytearray(b"x"))
    try:
        data[0] = 256
    except ValueError as e:
        print(e)
    for i in range(len(data)):
        data[i] ^= 0x20
    print(data, bytearray(3), bytearray([1, 2]))


main()
