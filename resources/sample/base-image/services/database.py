"""The sample's stand-in for a database: keeps one file in its data folder, as root.

It is there so that the sample has what the real stack has: a service with an image of its
own and a data folder whose files belong to another user.
"""
import os
import time

DATA = "/data/db"

os.makedirs(os.path.join(DATA, "journal"), exist_ok=True)
with open(os.path.join(DATA, "journal", "mongod.lock"), "w") as lock:
    lock.write(f"{os.getpid()}\n")
os.chmod(os.path.join(DATA, "journal"), 0o700)
print("banco de dados pronto", flush=True)
while True:
    time.sleep(3600)
