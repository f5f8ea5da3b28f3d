"""The nouns that mean a person: kin, loves, occupations, ages, groups; with what they tell of gender and number."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from onrecord.model.marks import Gender

Sort = Literal["kin", "role", "age", "plain", "group"]


class PersonNoun(NamedTuple):
    """What a noun tells. ``kin`` nouns need an owner ("her mother")."""

    sort: Sort
    gender: Gender | None = None
    plural: bool = False


_KIN: dict[str, str] = {
    "she": """
        wife wifey ex-wife girlfriend ex-girlfriend fiancée fiancee ex-fiancée ex-fiancee bride bride-to-be mistress
        mother mom mum mama mommy mummy momager stepmother stepmom stepmum mother-in-law grandmother grandma granny
        great-grandmother godmother birth-mother daughter stepdaughter step-daughter daughter-in-law granddaughter
        goddaughter sister stepsister step-sister half-sister sister-in-law sis aunt auntie niece gal-pal girl-friend
        lady-love ladylove mum-in-law mom-in-law step-mother step-mom then-girlfriend then-wife widow
    """,
    "he": """
        husband hubby ex-husband boyfriend ex-boyfriend beau fiancé ex-fiancé groom toyboy toy-boy father dad
        daddy papa stepfather stepdad father-in-law grandfather grandpa granddad grandad great-grandfather
        godfather son stepson step-son son-in-law grandson godson brother stepbrother step-brother half-brother
        brother-in-law bro uncle nephew step-father step-dad then-boyfriend then-husband widower
    """,
    "": """
        spouse ex-spouse partner ex-partner lover ex-lover ex exes-to-be love flame sweetheart significant-other
        other-half parent stepparent step-parent grandparent godparent child kid baby newborn firstborn
        first-born toddler tot infant stepchild grandchild godchild sibling twin cousin relative offspring
        bestie bff co-parent coparent rebound fling love-interest soulmate
    """,
}
_KIN_PLURAL = """
    parents grandparents stepparents children kids babies twins triplets siblings sons daughters stepchildren
    grandchildren brothers sisters cousins aunts uncles nieces nephews exes ex-wives ex-husbands wives husbands
    boyfriends girlfriends ex-boyfriends ex-girlfriends tots toddlers newborns stepsons stepdaughters offspring
    lovers brood partners grandkids stepkids spouses stepsisters stepbrothers half-sisters half-brothers moms
    dads mothers fathers
"""
_ROLE: dict[str, str] = {
    "she": """
        actress songstress comedienne hostess businesswoman songbird starlet diva socialite heiress duchess
        princess queen frontwoman spokeswoman congresswoman ballerina waitress stewardess seamstress temptress
        supermodel cover-girl showgirl poetess empress baroness
    """,
    "he": """
        frontman businessman congressman quarterback linebacker hunk heartthrob crooner prince king duke
        anchorman fireman handyman pitcher outfielder footballer baron count emperor policeman salesman
        rapper-turned-actor
    """,
    "": """
        star superstar megastar popstar rockstar pop-star rock-star actor comedian comic singer songwriter
        singer-songwriter singer/songwriter rapper musician vocalist hitmaker performer entertainer artist
        recording-artist model director producer filmmaker screenwriter writer author novelist poet playwright
        designer stylist chef host presenter anchor broadcaster journalist columnist commentator editor
        photographer photog publicist manager agent lawyer attorney judge doctor surgeon nurse professor teacher
        instructor coach trainer player golfer boxer wrestler athlete champion skater swimmer driver racer
        drummer guitarist bassist pianist composer dj deejay entrepreneur mogul tycoon billionaire millionaire
        heir royal politician senator governor mayor activist philanthropist humanitarian personality celebrity
        celeb icon legend idol alum alumna alumnus native founder co-founder cofounder owner ceo executive exec
        co-star costar castmate bandmate winner nominee contestant finalist participant runner-up vlogger
        youtuber blogger influencer magician rocker guru beauty stunner blonde brunette redhead bombshell dancer
        gymnast cheerleader yogi lothario playboy womanizer bachelor bachelorette veteran pro pastor banker
        financier restaurateur hairstylist hairdresser bodyguard nanny assistant architect engineer scientist
        physician realtor broker developer investor soldier officer detective pilot astronaut conductor critic
        creator showrunner newcomer newlywed victim suspect defendant plaintiff accuser defender striker
        midfielder goalkeeper racing-driver skier snowboarder surfer jockey cyclist president politico minister
        candidate nominee ambassador mastermind beautician tv-star maker therapist psychologist researcher
        publisher analyst heptathlete decathlete sprinter hurdler rower equestrian weightlifter
    """,
}
_ROLE_PLURAL = """
    stars superstars actors actresses singers rappers musicians models celebrities celebs costars co-stars newlyweds
    lovebirds royals exes entertainers performers artists parents-to-be
"""
_AGE: dict[str, str] = {
    "she": "girl schoolgirl mom-to-be mum-to-be mother-to-be",
    "he": "boy schoolboy dad-to-be father-to-be",
    "": "teen teenager youngster septuagenarian octogenarian tween youth pensioner parent-to-be",
}
_PLAIN: dict[str, str] = {
    "she": "woman lady gal",
    "he": "man guy gentleman fella bloke dude lad",
    "": "person",
}
_GROUPS = """
    couple pair duo trio twosome threesome exes newlyweds lovebirds parents spouses pals friends actors stars singers
    parties celebs celebrities siblings sisters brothers twins former-couple
"""
_TITLES: dict[str, str] = {
    "she": """
        mrs ms miss madam dame princess queen duchess aunt auntie grandma sister senora señora mme countess baroness
        mother congresswoman
    """,
    "he": """
        mr sir prince king duke lord uncle grandpa pope rev reverend bishop cardinal archbishop señor senor herr
        monsieur congressman count baron brother father sultan sheikh emperor
    """,
    "": """
        mx dr doctor prof professor president vice-president senator sen rep representative gov governor mayor judge
        justice officer detective sheriff captain capt lt lieutenant sgt sergeant colonel col general gen major maj
        admiral commander cmdr chief minister chancellor secretary ambassador coach chef pastor rabbi imam deputy
        inspector constable superintendent
    """,
}


def _nouns() -> dict[str, PersonNoun]:
    table: dict[str, PersonNoun] = {}
    sorts: tuple[tuple[Sort, dict[str, str]], ...] = (("kin", _KIN), ("role", _ROLE), ("age", _AGE), ("plain", _PLAIN))
    for sort, by_gender in sorts:
        for gender, words in by_gender.items():
            for word in words.split():
                table.setdefault(word, PersonNoun(sort, gender or None))  # type: ignore[arg-type]
    for word in _KIN_PLURAL.split():
        table[word] = PersonNoun("kin", plural=True)
    for word in _ROLE_PLURAL.split():
        table.setdefault(word, PersonNoun("role", plural=True))
    for word in _GROUPS.split():
        table.setdefault(word, PersonNoun("group", plural=True))
    return table


NOUNS = MappingProxyType(_nouns())
TITLES: Mapping[str, Gender | None] = MappingProxyType(
    {word: cast("Gender", gender) if gender else None for gender, words in _TITLES.items() for word in words.split()}
)
