"""English is told from other languages, and they are named."""

import subprocess
import sys

import pytest

from onrecord.ingest.languages import language
from onrecord.model.errors import BadInput


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe wed John Doe. She was happy with him.",
        "JANE ROE WED JOHN DOE AND ALL OF HER FRIENDS CAME. SHE WAS HAPPY.",
        "Jane Roe stuns in Milan. Fans love it!",
        "Stars at the gala: Jane Roe, José Núñez, Zoë Müller, Søren Ødegård, Chloé Lefèvre, Łukasz Wójcik.",
        "Roe, Doe, Poe, Foe",
        "He called her “mon amour” and “ma chérie”, she told us, before he left for Paris with the others.",
        "Oui!",
        "12,000 ... 7",
    ],
)
def test_english(text: str) -> None:
    assert language(text, "x") == "en"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Schauspielerin hat am Freitag geheiratet. Ihr Mann war sehr froh.", "German (de)"),
        ("La actriz se casó el viernes en París. Su marido estaba muy contento.", "Spanish (es)"),
        ("L'actrice s'est mariée vendredi à Paris. Son mari était très heureux.", "French (fr)"),
        ("De actrice is vrijdag getrouwd met haar vriend. Haar man was erg blij in Parijs.", "Dutch (nl)"),
        ("Skådespelerskan gifte sig i fredags. Hennes man var mycket glad.", "Swedish (sv)"),
        ("Skuespilleren blev gift i fredags, og hendes mand var meget glad for det.", "Danish (da)"),
        ("L'attrice si è sposata venerdì. Suo marito era molto felice.", "Italian (it)"),
        ("A atriz casou-se na sexta-feira. O marido estava muito feliz.", "Portuguese (pt)"),
        ("Aktorka wyszła za mąż w piątek. Jej mąż był bardzo szczęśliwy.", "Polish (pl)"),
        ("Näyttelijä meni naimisiin perjantaina. Hänen miehensä oli iloinen.", "Finnish (fi)"),
        ("Oyuncu cuma günü evlendi. Kocası çok mutluydu.", "Turkish (tr)"),
        ("Актриса вышла замуж в пятницу. Её муж был очень счастлив.", "Russian (ru)"),
        ("Η ηθοποιός παντρεύτηκε την Παρασκευή στο Παρίσι.", "Greek (el)"),
        ("女優は金曜日に結婚した。夫はとても喜んでいた。", "Japanese (ja)"),
        ("女演员周五在巴黎结婚了，她的丈夫非常高兴。", "Chinese (zh)"),
        ("تزوجت الممثلة يوم الجمعة في باريس وكان زوجها سعيدا جدا", "Arabic (ar)"),
    ],
)
def test_other_languages(text: str, name: str) -> None:
    with pytest.raises(BadInput) as refused:
        language(text, "roe.txt")
    assert str(refused.value) == f"roe.txt: written in {name}; expected a story in English"


def test_clear_english_loads_no_model() -> None:
    read = "from onrecord.ingest import from_text; from_text('Jane Roe wed John Doe. She was happy with him.')"
    heavy = "{'py3langid', 'numpy', 'trafilatura', 'lxml', 'charset_normalizer', 'htmldate', 'zoneinfo'}"
    code = f"import sys; {read}; sys.exit(str({heavy} & set(sys.modules)) if {heavy} & set(sys.modules) else 0)"
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True).stderr == ""
