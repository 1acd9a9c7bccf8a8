print("xianzhi")
