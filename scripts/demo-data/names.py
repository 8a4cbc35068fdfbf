"""English and short names of all centres -> data/centre_names.csv."""

import re

from pypinyin import lazy_pinyin, load_phrases_dict

from city import centres, write_csv

# Readings that the dictionary gets wrong for these places.
READINGS = {"都": "du", "长": "chang", "曾": "zeng", "重": "chong", "覃": "tan", "柏": "bai", "乐": "le"}
PLACES = {"朝阳": "chao yang", "朝天门": "chao tian men", "都督": "du du", "弹子石": "dan zi shi", "茄子溪": "qie zi xi"}
PEOPLES = {"土家族": "Tujia", "苗族": "Miao", "仡佬族": "Gelao", "蒙古族": "Mongol", "回族": "Hui"}
KINDS = [("自治县", "Autonomous County"), ("经开区", "Economic Development Zone"), ("街道", "Subdistrict"), ("镇", "Town"),
         ("乡", "Township"), ("区", "District"), ("县", "County"), ("市", "")]


def spell(text):
    """Pinyin of a place name as one capitalised word, with the apostrophe before a vowel."""
    syllables = lazy_pinyin(text, v_to_u=True)
    syllables = [READINGS.get(c, s) if text not in PLACES else s for c, s in zip(text, syllables)]
    word = syllables[0]
    for s in syllables[1:]:
        word += ("'" if s[0] in "aoe" else "") + s
    return word[:1].upper() + word[1:]


def english(name):
    """(English name, short Chinese name, short English name)."""
    kind_zh, kind_en = next((z, e) for z, e in KINDS if name.endswith(z) and len(name) > len(z) + 0)
    stem = name[: -len(kind_zh)]
    peoples = []
    pattern = re.compile("|".join(PEOPLES))
    while (found := list(pattern.finditer(stem))) and found[-1].end() == len(stem):
        peoples.insert(0, PEOPLES[found[-1].group()])
        stem = stem[: found[-1].start()]
    road = stem.endswith("路") and len(stem) > 2
    place = spell(stem[:-1]) + " Road" if road else spell(stem)
    full = " ".join(filter(None, [place, *peoples, kind_en]))
    return full, stem if len(stem) > 1 else name, place


if __name__ == "__main__":
    load_phrases_dict({k: [[s] for s in v.split()] for k, v in PLACES.items()})
    rows = [(c.code, c.name, *english(c.name)) for c in centres().values()]
    write_csv("centre_names.csv", ["code", "name", "name_en", "short", "short_en"], rows)
