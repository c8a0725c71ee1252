n = 100
while n > 0:
    while n > 1:
        while n > 2:
            while n > 3:
                while n > 4:
                    while n > 5:
                        while n > 6:
                            while n > 7:
                                while n > 8:
                                    while n > 9:
                                        while n > 10:
                                            while n > 11:
                                                while n > 12:
                                                    while n > 13:
                                                        while n > 14:
                                                            while n > 15:
                                                                while n > 16:
                                                                    while n > 17:
                                                                        while n > 18:
                                                                            while n > 19:
                                                                                while n > 20:
                                                                                    while n > 21:
                                                                                        n = 0
