"""Which encoding a text file has that nothing but its letters tells."""

import io

import pytest
from export_files import as_text, reading, table

from bot.exports import encodings

CAPTIONS = {
    "cp1252": ["Une fête pour les enfants, l’après-midi au cabinet", "Größe spielt keine Rolle"],
    "mac_roman": ["La limpieza más fácil que hemos hecho, ¿y tú?", "Niños felices mañana en la clínica"],
    "cp850": ["Friska tänder är roligt för små och stora", "Så borstar du på rätt sätt"],
    "cp1250": ["Myjemy zęby dwie minuty, codziennie", "Poznajcie Żanetę, naszą higienistkę"],
    "cp1251": ["Чистим зубы две минуты", "Познакомьтесь с Анной, нашим гигиенистом"],
    "cp1253": ["Βουρτσίζουμε τα δόντια δύο λεπτά", "Γνωρίστε την Άννα"],
    "cp1254": ["Dişlerimizi iki dakika fırçalıyoruz", "Yeni hijyenistimizle tanışın"],
    "cp1256": ["ننظف أسناننا دقيقتين", "تعرفوا على آنا"],
    "cp932": ["毎晩フロスをしましょう", "新しい衛生士の紹介です"],
    "gb18030": ["每天晚上用牙线", "认识我们的新洗牙师"],
    "cp949": ["매일 밤 치실을 사용하세요", "새로운 위생사를 소개합니다"],
}


@pytest.mark.parametrize("encoding", CAPTIONS)
def test_captions_of_many_languages_are_read_as_they_were_written(encoding):
    columns = {
        "Post ID": ["122158000000000123", "122158000000000124"],
        "Title": CAPTIONS[encoding],
        "Publish time": ["11/20/2026 07:00", "11/21/2026 07:00"],
        "Post type": ["Photos", "Photos"],
        "Reach": ["812", "77"],
    }
    export = reading(as_text(table(columns), encoding=encoding))

    assert [post.text for post in export.posts] == CAPTIONS[encoding]
    assert [post.counts["reach"] for post in export.posts] == [812, 77]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize(
    "headings",
    [
        "ID de la publicación;Fecha de publicación;Descripción;Número de clics",
        "Identificação da publicação;Horário de publicação;Descrição;Visualizações",
        "Beitrags-ID;Veröffentlichungszeit;Ausgegebener Betrag;Währung",
        "Identifiant de la publication;Heure de publication;Légende;Réactions",
        "Inläggs-ID;Publiceringstid;Räckvidd;Följare;Länkklick",
    ],
)
def test_a_line_of_headings_is_enough(headings, encoding):
    file = io.BytesIO(f"{headings}\r\n1;2;3;4;5\r\n".encode(encoding))

    assert file.getvalue().decode(encodings.of(file)) == f"{headings}\r\n1;2;3;4;5\r\n"
