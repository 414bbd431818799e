from abc import ABC, abstractmethod
from typing import Protocol, runtime_checkable


class BaseChannel(ABC):
    """Nominal: a channel says that it is one, by inheriting."""

    @abstractmethod
    def deliver(self, to: str, text: str) -> str: ...


@runtime_checkable
class Delivers(Protocol):
    """Structural: whatever has this method fits."""

    def deliver(self, to: str, text: str) -> str: ...


class Email(BaseChannel):
    def deliver(self, to: str, text: str) -> str:
        return f"email to {to}: {text}"


class Sms:
    def deliver(self, to: str, text: str) -> str:
        return f"sms to {to}: {text}"


class Parcel:
    def deliver(self) -> str:
        return "left at the door"


for thing in (Email(), Sms(), Parcel()):
    print(type(thing).__name__)
    print("  a BaseChannel:", isinstance(thing, BaseChannel))
    print("  fits Delivers:", isinstance(thing, Delivers))
    try:
        print(" ", thing.deliver("Ada", "hello"))
    except TypeError as error:
        print(f"  {type(error).__name__}: {error}")
