"""The sample's stand-in for the helper that restarts unhealthy containers: it only waits."""
import time

print("autoheal pronto", flush=True)
while True:
    time.sleep(3600)
