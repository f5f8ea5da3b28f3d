"""The nouns that say what somebody does or is, as they stand before a name: "actress Kim Lee"."""

from __future__ import annotations

_ROLES = """
    star superstar actor actress comedian comedienne singer songwriter singer-songwriter rapper musician crooner
    songstress hitmaker pop-star popstar model supermodel dancer director producer filmmaker screenwriter writer
    author novelist poet artist designer stylist chef host presenter anchor journalist reporter editor photographer
    publicist manager agent lawyer attorney judge doctor surgeon nurse professor teacher coach trainer player
    footballer quarterback golfer boxer wrestler athlete champion skater swimmer driver racer drummer guitarist
    bassist frontman pianist composer dj deejay entrepreneur businessman businesswoman mogul tycoon billionaire
    millionaire heir heiress socialite royal prince princess duke duchess king queen politician senator president
    minister governor mayor activist philanthropist entertainer performer personality celebrity celeb diva icon legend
    idol hunk heartthrob beauty stunner blonde brunette redhead bombshell boy girl man woman guy lady teen teenager
    toddler tot infant baby student founder co-founder cofounder ceo executive exec co-star costar castmate bandmate
    pal friend bff bestie alum native husband hubby wife fiance fiancé fiancee fiancée boyfriend girlfriend beau lover
    partner ex ex-husband ex-wife son daughter child kid brother sister sibling mother mom mum father dad grandson
    granddaughter nephew niece cousin stepson stepdaughter stepsister stepbrother half-brother half-sister grandmother
    grandfather aunt uncle twin pro pros nba nfl captain pitcher goalkeeper striker veteran winner nominee laureate
    vlogger youtuber blogger influencer magician rocker punter rookie mma pastor priest dentist banker financier
    restaurateur hairstylist esthetician bodyguard nanny assistant architect engineer scientist physician realtor
    broker developer investor soldier marine officer detective pilot astronaut hairdresser artiste vocalist cellist
    violinist conductor playwright critic columnist
"""

ROLES = frozenset(_ROLES.split())
# The longest first, so that "co-star" is not read as "co".
ROLE = rf"(?:{'|'.join(sorted(ROLES, key=len, reverse=True))})"
