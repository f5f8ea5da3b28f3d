"""The nouns with which stories name a source without its name: insiders, spokespeople, papers, documents."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

Type = Literal["unnamed", "spokesperson", "outlet", "document", "organisation"]

# A head noun that names a source wherever it does the telling; "+" takes a plural.
_HEADS: dict[Type, str] = {
    "unnamed": """
        source+ insider+ informant+ tipster+ snitch snitches spy spies mole+ witness witnesses eyewitness eyewitnesses
        onlooker+ bystander+ observer+ friend+ pal+ buddy buddies confidant+ confidante+ bestie+ bff acquaintance+
        neighbor+ neighbour+ colleague+ co-worker+ coworker+ staffer+ employee+ worker+ aide+ assistant+ official+
        officer+ expert+ fan+ follower+ commenter+ commentator+ user+ critic+ viewer+ student+ executive+ exec+
        producer+ local+ guest+ patron+ diner+ passer-by passersby driver+ psychic+ reporter+ journalist+
        photographer+ bodyguard+ nanny nannies stylist+ doctor+ surgeon+ therapist+ relative+ classmate+ associate+
        watcher+ member+ person people report+ rumor+ rumour+ rumors rumours word+ headline+ tabloid+ scoop gossip
        media tattletale+ boss bosses interviewer+ authorities detective+ investigator+ prosecutor+ cop+ pilot+
        waiter+ waitress waitresses customer+ bartender+ roommate+ nurse+ technician+ teacher+ analyst+ historian+
        biographer+ attendee+ partygoer+ concertgoer+ shopper+ passenger+ poster+ blogger+ scientist+ researcher+
        deputy deputies sheriff+ adviser+ advisor+ strategist+ diplomat+ lawmaker+ regulator+ resident+ activist+
        voter+ star-watcher+ publicist+
    """,
    "spokesperson": """
        rep+ representative+ spokesman spokesmen spokeswoman spokeswomen spokesperson+ spokespeople publicist+
        attorney+ lawyer+ agent+ manager+ camp team
    """,
    "outlet": """
        magazine+ mag+ site+ website+ publication+ outlet+ paper newspaper+ network+ blog+ tabloid broadcaster+
        webloid+ periodical+ glossy
    """,
    "document": """
        document+ docs papers complaint+ suit+ lawsuit+ filing+ records book+ memoir+ biography autobiography
        statement+ article+ story release edition+ declaration+ petition+ affidavit+ certificate+ transcript+
        indictment+ warrant+ rebuttal+ letter+ study survey poll research listing+ piece ad ads advert+ commercial+
        email+ e-mail+ memo+ lyric+ editorial+ resolution+ sheet+ banner+ trailer+
    """,
    "organisation": """
        police authority court+ prosecutors palace label company network+ studio+ department+ agency agencies campaign
        administration ministry embassy committee commission bureau union firm university foundation hospital+ church
        government charity office board+ council+ senate congress parliament army military navy airline+ bank club
        league association federation institute panel group+ organisation+ organization+ corporation+ retailer+
        manufacturer+ automaker+ watchdog+ coalition alliance nonprofit school college district museum county
    """,
}


def _heads() -> dict[str, Type]:
    table: dict[str, Type] = {}
    for kind in ("spokesperson", "outlet", "document", "organisation", "unnamed"):
        for noun in _HEADS[kind].split():
            for form in (noun[:-1], noun[:-1] + "s") if noun.endswith("+") else (noun,):
                table.setdefault(form, kind)
    return table


HEADS = MappingProxyType(_heads())
