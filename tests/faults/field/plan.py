"""How bad the field is, and what it came to."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Plan:
    """What happens to the laptops.

    Attributes:
        seed: Of what is random; the timing of processes is not.
        seconds: How long it lasts at least; it goes on until the other figures are reached.
        laptops: How many there are.
        customers: How many customers they share.
        laptop_kills: So many programs are killed at least.
        server_kills: So often the server is killed at least.
        cuts: So many connections are cut at least.
        partitions: So often nobody reaches the server at least.
        restores: So often the server is set back to an older copy.
        mutant: What is wrong with the programs or the server; empty where nothing is.
        kill_share: How much of what happens is the end of a program.
        push_faults: How many of the deliveries are lost, or their answers.
        is_calm: Whether nothing else happens but what has to.
        moves: Whether customers change hands meanwhile.
        think: How long a seller pauses between two things, in seconds, on average.
    """

    seed: int = 1
    seconds: float = 20.0
    laptops: int = 4
    customers: int = 40
    laptop_kills: int = 0
    server_kills: int = 0
    cuts: int = 0
    partitions: int = 0
    restores: int = 0
    mutant: str = ""
    kill_share: float = 30
    push_faults: float = 0.15
    is_calm: bool = False
    moves: bool = True
    think: float = 0.02


@dataclass
class Findings:
    """What it came to.

    Attributes:
        violations: The invariants that were broken, each in a sentence that begins with its number.
        laptop_kills: How many programs were killed.
        server_kills: How often the server was.
        cuts: How many connections were cut, frozen or lost a delivery.
        partitions: How often nobody reached the server.
        restores: How often the server was set back.
        told: How many words were told as saved.
        syncs: How many synchronisations ended well.
        commands: How many changes the server decided about.
        refused: How many of them it did not take.
        erased: How many persons were erased.
        seconds: How long it took.
    """

    violations: list[str] = field(default_factory=list)
    laptop_kills: int = 0
    server_kills: int = 0
    cuts: int = 0
    partitions: int = 0
    restores: int = 0
    told: int = 0
    syncs: int = 0
    commands: int = 0
    refused: int = 0
    erased: int = 0
    seconds: float = 0.0

    def text(self) -> str:
        """Return it in two lines."""
        return (
            f"{self.seconds:.0f} s: {self.laptop_kills} laptops and {self.server_kills} servers"
            f" killed, {self.cuts} connections cut, {self.partitions} partitions,"
            f" {self.restores} restores;\n{self.told} words told as saved, {self.syncs}"
            f" synchronisations, {self.commands} changes ({self.refused} refused),"
            f" {self.erased} persons erased;"
            f" {len(self.violations)} violations"
        )
