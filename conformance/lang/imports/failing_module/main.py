from worker import run

print("main begins")
print(run(5))
print(run(0))
