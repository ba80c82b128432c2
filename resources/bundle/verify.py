#!/usr/bin/env python3
# Checks a bundle of a Slipway run with Python and ssh-keygen alone: verify.py [FOLDER] [--signers FILE]
# --signers: the allowed_signers that you trust, in place of those that the bundle brings along.
import base64, hashlib, json, os, re, subprocess, sys, tempfile, time
args = sys.argv[1:]
trusted = open(args.pop(args.index("--signers") + 1), "rb").read() if "--signers" in args else None
folder = ([a for a in args if a != "--signers"] or [os.path.dirname(os.path.abspath(__file__))])[0]
wrong = []
def check(fine, what):
    if not fine: wrong.append(what)
    return fine
def read(path):
    with open(os.path.join(folder, path), "rb") as file: return file.read()
def sha(data): return hashlib.sha256(data).hexdigest()
def canonical(value): return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
def obj(digest):
    data = read(f"objects/{digest[:2]}/{digest[2:]}")
    if sha(data) != digest: raise ValueError(f"object {digest} was changed")
    return data
def strong(line):
    kind, key = re.search(r"((?:sk-)?(?:ssh|ecdsa)-\S+)\s+([A-Za-z0-9+/=]+)", line).groups()
    return kind in ("ssh-ed25519", "sk-ssh-ed25519@openssh.com") or "ecdsa-sha2-nistp" in kind or kind == "ssh-rsa" and len(base64.b64decode(key)) >= 400
def signed(data, signature, policy, principal, space, ms):
    signers, revoked = trusted or policy["signers"].encode(), base64.b64decode(policy.get("revoked", ""))
    with tempfile.TemporaryDirectory() as place:
        for name, text in (("signers", signers), ("sig", signature), ("revoked", revoked)):
            with open(f"{place}/{name}", "wb") as file: file.write(text)
        at = time.strftime("%Y%m%d%H%M%SZ", time.gmtime(ms // 1000))
        call = ["ssh-keygen", "-Y", "verify", "-f", f"{place}/signers", "-I", principal, "-n", space, "-s", f"{place}/sig", f"-Overify-time={at}"]
        done = subprocess.run(call + (["-r", f"{place}/revoked"] if "revoked" in policy else []), input=data, capture_output=True)
    lines = [l for l in signers.decode().split("\n") if l.strip() and not l.startswith("#")]
    ends = signature.startswith(b"-----BEGIN SSH SIGNATURE-----\n") and signature.endswith(b"\n-----END SSH SIGNATURE-----\n")
    return done.returncode == 0 and ends and all(strong(l) for l in lines) and done.stdout.decode().split()[-1]
def fits(event, gates, votes):
    body, opened = event["body"], gates.get(gate_of(event), {"body": {}})
    rule, deadline = opened["body"].get("rule"), opened["body"].get("deadline", 0)
    mine = rule and body.get("opened") == opened["number"] and body.get("openedHash") == opened["hash"] and body.get("shown") == opened["body"]["pack"]
    seen = [vote["body"].get("statement") for vote in votes.get(gate_of(event), [])] if mine and rule["signed"] else []
    return mine and body.get("person") in set(rule["may"]) - set(rule["excluded"]) and (not deadline or event["time"] <= deadline) and (not rule["signed"] or {"statement", "signature", "key"} <= set(body)) and body.get("statement") not in seen
def gate_of(event): return (event["body"]["step"], event["body"].get("instance"))
def decision(event, gates, run, inputs, checklist):
    body, opened = event["body"], gates[gate_of(event)]
    policy, gate, data = json.loads(obj(opened["body"]["policy"])), opened["body"], obj(body["statement"])
    said = json.loads(data)
    verb = body.get("decision", "withdraw")
    right = dict(statement="slipway-decision-1", run=run, step=body["step"], instance=body.get("instance") or "", opened=opened["number"],
        openedHash=opened["hash"], nonce=gate["nonce"], checklist=checklist, inputs=inputs, pack=gate["pack"], policy=gate["policy"], decision=verb,
        comment=body["comment"], ticked=body.get("ticked", []), person=body["person"], principal=said["principal"], time=said["time"])
    mine = re.search(rf"""(?ms)^\s+["']?{re.escape(body['person'])}["']?:((?!principal).)*principal["']?:\s*["']?{re.escape(said['principal'])}["']?\s*([,}}#]|$)""", policy["policy"])
    key = signed(data, obj(body["signature"]), policy, said["principal"], "slipway-decision@slipway", event["time"])
    return canonical(right) == data and mine and key == body["key"] and abs(event["time"] - said["time"]) <= 900000
def main():
    manifest = json.loads(read("manifest.json"))
    check(canonical(manifest) == read("manifest.json"), "the manifest is not canonical")
    if check("principal" in manifest, "the manifest is not signed"):
        policy = json.loads(obj(manifest["policy"])) if "policy" in manifest else {"signers": manifest["signers"]}
        check(signed(read("manifest.json"), read("manifest.json.sig"), policy, manifest["principal"], "slipway-bundle@slipway", manifest["time"]), "the manifest's signature does not hold")
    found = {os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names} - {"manifest.json", "manifest.json.sig"}
    check(found == set(manifest["files"]), f"files differ: {sorted(found ^ set(manifest['files']))[:3]}")
    for name in found & set(manifest["files"]): check(sha(read(name)) == manifest["files"][name], f"{name} was changed")
    last, gates, votes, closed, number, inputs, checklist = "0" * 64, {}, {}, {}, 0, "", ""
    for line in read("events.jsonl").decode().split("\n")[:-1]:
        event = json.loads(line)
        fields = ["slipway-event-1"] + [str(event[k]) for k in ("run", "number", "previous", "time", "author", "epoch", "kind", "body")]
        number += 1
        check(sha("\n".join(fields).encode()) == event["hash"] and event["previous"] == last and event["number"] == number and event["run"] == manifest["run"], f"event {number} was changed")
        last, event["body"] = event["hash"], json.loads(event["body"])
        if event["kind"] == "run.created": inputs, checklist = sha(canonical(event["body"]["inputs"])), event["body"]["checklist"]
        if event["kind"] == "gate.opened": gates[gate_of(event)], votes[gate_of(event)] = event, []
        refused = {} if event["kind"] != "gate.refused" else {event["body"]["event"]}
        for each in votes: votes[each] = [vote for vote in votes[each] if vote["number"] not in refused]
        if event["kind"] in ("gate.decided", "gate.withdrawn") and fits(event, gates, votes): votes[gate_of(event)].append(event)
        if event["kind"] == "gate.closed" and event["body"]["outcome"] in ("approved", "rejected") and "rule" in gates[gate_of(event)]["body"]:
            opened, counts = gates[gate_of(event)]["body"], {}
            for vote in votes[gate_of(event)]:
                if not opened["rule"]["signed"] or check(decision(vote, gates, manifest["run"], inputs, checklist), f"the decision in event {vote['number']} does not hold"): counts[vote["body"]["person"]] = vote
            yes = {who for who, vote in counts.items() if vote["body"].get("decision") == "approve"} & set(opened["rule"]["may"]) - set(opened["rule"]["excluded"])
            no = [vote for vote in counts.values() if vote["body"].get("decision") == "reject"]
            needs = all(len(yes & set(one["of"])) >= one["count"] for one in opened["rule"]["required"])
            fine = not no and len(yes) >= opened["quorum"] and needs if event["body"]["outcome"] == "approved" else no
            closed[gate_of(event)] = "" if fine else f"the gate closed by event {number} was not decided so"
    wrong.extend(filter(None, closed.values()))
    check((number, last) == (manifest["events"], manifest["head"]), "events are missing at the end")
try: main()
except Exception as problem: wrong.append(f"{type(problem).__name__}: {problem}")
print("\n".join(wrong) or "The bundle is whole.")
sys.exit(bool(wrong))
