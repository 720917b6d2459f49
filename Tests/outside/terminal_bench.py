#!/usr/bin/env python3
"""First frame, bytes a move, bytes and CPU at rest, peak memory: `parcours` beside `less`, interleaved.

  terminal_bench.py PROGRAM LAUNCHER LESSON [RUNS]

Both run in a pseudo-terminal of 80×24 with TERM=xterm-256color. Times go from fork to the chunk after
which the output is quiet for 60 ms; they are stamped when read. Prints, judges nothing.
"""
import fcntl, os, pty, re, select, statistics, struct, sys, tempfile, termios, time
from pathlib import Path

QUIET = 0.06


class Session:
    def __init__(self, command):
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.start = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(slave, descriptor)
            os.closerange(3, 64)
            os.execve(command[0], command, {**os.environ, "TERM": "xterm-256color"})
        os.close(slave)
        self.fd = master

    def settle(self, limit=3.0):
        """Bytes read until quiet, and when the last came."""
        count, last, end = 0, None, time.perf_counter() + limit
        while time.perf_counter() < end:
            ready, _, _ = select.select([self.fd], [], [], QUIET if last else limit)
            if not ready:
                break
            try:
                chunk = os.read(self.fd, 65536)
            except OSError:
                break
            last = time.perf_counter()
            count += len(chunk)
        return count, last

    def proc(self, name):
        return Path(f"/proc/{self.pid}/{name}").read_text()

    def cpu(self):
        fields = self.proc("stat").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 // os.sysconf("SC_CLK_TCK")

    def close(self):
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def run(command, moves):
    session = Session(command)
    count, last = session.settle()
    result = {"first_ms": (last - session.start) * 1000, "first_bytes": count}
    session.settle(0.2)
    before, idle_bytes = session.cpu(), session.settle(1.0)[0]
    result["idle_bytes"], result["idle_cpu_ms"] = idle_bytes, session.cpu() - before
    sizes = []
    for key in moves:
        os.write(session.fd, key)
        sizes.append(session.settle(0.5)[0])
    result["move_bytes"], result["move_max"] = statistics.median(sizes), max(sizes)
    result["rss_mib"] = int(re.search(r"VmHWM:\s+(\d+)", session.proc("status")).group(1)) / 1024
    session.close()
    return result


def main():
    program, launcher, lesson = sys.argv[1:4]
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 30
    home = tempfile.mkdtemp()
    data = f"{home}/donnees"
    os.makedirs(data, 0o700)
    Path(f"{data}/reglages").write_text("affichage : plein écran\ncouleurs : sobre\nlettres : non\n")
    os.chmod(f"{data}/reglages", 0o600)
    ours = [program, "--donnees", data]
    # The notice is read once, so that the map is what opens.
    first = Session(ours)
    for key in (b"", b"\r", b"\r"):
        os.write(first.fd, key)
        first.settle(0.6)
        time.sleep(0.2)
    first.close()
    table = {"parcours": [], "lanceur": [], "less": []}
    for _ in range(runs):
        table["parcours"].append(run(ours, [b"\x1bOB"] * 4))
        table["lanceur"].append(run([launcher, *ours[1:]], [b"\x1bOB"]))
        table["less"].append(run(["/usr/bin/less", lesson], [b"\x1bOB"] * 4))
    for name, results in table.items():
        median = {k: statistics.median(r[k] for r in results) for k in results[0]}
        print(f"  {name:9} première image {median['first_ms']:6.2f} ms, {median['first_bytes']:5.0f} octets ; "
              f"geste {median['move_bytes']:4.0f} octets (max {median['move_max']:.0f}) ; "
              f"repos {median['idle_bytes']:.0f} octet, {median['idle_cpu_ms']:.0f} ms ; mémoire {median['rss_mib']:.1f} Mio")
    first = {name: statistics.median(r["first_ms"] for r in results) for name, results in table.items()}
    print(f"  première image : {first['parcours'] / first['less']:.2f} × less ; par le lanceur : "
          f"{first['lanceur'] / first['parcours']:.2f} × le programme seul ; {runs} passages alternés")



if __name__ == "__main__":
    main()
