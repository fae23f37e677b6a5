"""The headings of practices' own tables: which mean something that Rounds keeps, and which are about people."""

from bot.domain.exports import Means
from bot.exports.headings import spellings

NAMES = frozenset(
    spellings(
        "name|names|nombre|apellido|apellidos|nome|sobrenome|nom|prenom|namn|fornamn|efternamn|vorname|nachname"
        "|surname|lastname|firstname|fullname"
    )
)
NOT_OF_PEOPLE = frozenset(
    spellings(
        "campaign|campana|campanha|kampagne|kampanj|campagne|ad|ads|anuncio|anzeige|page|source|network|channel"
        "|form|business|company|tool|file"
    )
)
"""A name beside one of these words is not a person's."""
ABOUT_PEOPLE = frozenset(
    spellings(
        "phone|tel|telephone|telefon|telefono|telefone|mobile|mobil|cell|celular|handy|email|mail|correo|courriel"
        "|birth|birthday|birthdate|dob|geburt|geburtstag|geburtsdatum|nacimiento|nascimento|naissance"
        "|fodelsedatum|personnummer|age|alter|edad|idade|alder|address|adresse|direccion|endereco|adress|street"
        "|zip|postcode|postal|plz|patient|patients|paciente|client|customer|kunde|contact|caller|chart|mrn|ssn"
        "|record|insurance|member|policy|note|notes|notiz|notizen|notas|nota|anteckning|remark|remarks|transcript"
        "|diagnosis|treatment|provider|doctor"
    )
)
MEANINGS = {
    Means.DAY: "Date|Day|Created|Created at|Received|Came|Came on|Enquiry date|Lead date|Fecha|Día|Data|Dia|Datum|Tag|Jour|Dag|From|Week of",
    Means.UNTIL: "Until|To|End|End date|Bis|Hasta|Até|Au|Till",
    Means.LINK: "Link|URL|Post link|Permalink|Enlace|Lien|Länk",
    Means.NETWORK: "Network|Platform|Channel|Netzwerk|Kanal|Plattform|Red|Plataforma|Rede|Réseau|Plateforme|Nätverk",
    Means.SAID: "Source|How did you hear about us|Heard from|Lead source|Quelle|Herkunft|Fuente|Origen|Origem|Fonte|Origine|Källa",
    Means.STAGE: "Stage|Status|Outcome|Result|Disposition|Stufe|Estado|Etapa|Statut|Étape|Resultat",
    Means.SPENT: "Amount spent|Amount|Cost|Spend|Spent|Price|Betrag|Kosten|Ausgaben|Importe|Coste|Costo|Gasto|Custo|Valor|Montant|Coût|Dépense|Kostnad|Belopp",
    Means.PURPOSE: "Purpose|Objective|Kind of ad|Zweck|Ziel|Objetivo|Objectif|Syfte",
    Means.REACH: "Reach|Reichweite|Alcance|Couverture|Räckvidd",
    Means.VIEWS: "Views|Impressions|Aufrufe|Impressionen|Visualizaciones|Impresiones|Visualizações|Impressões|Vues|Visningar",
    Means.REACTIONS: "Reactions|Likes|Reaktionen|Gefällt mir|Me gusta|Reacciones|Curtidas|Reações|J’aime|Réactions|Gilla",
    Means.COMMENTS: "Comments|Kommentare|Comentarios|Comentários|Commentaires|Kommentarer",
    Means.SHARES: "Shares|Geteilt|Compartidos|Compartilhamentos|Partages|Delningar",
    Means.SAVES: "Saves|Saved|Gespeichert|Guardados|Salvamentos|Enregistrements|Sparade",
    Means.CLICKS: "Clicks|Link clicks|Klicks|Clics|Cliques|Klick",
    Means.FOLLOWERS: "Followers|Follower|Seguidores|Abonnés|Följare",
    Means.FOLLOWS: "Follows|New followers|Neue Follower|Seguidores nuevos|Novos seguidores|Nouveaux abonnés|Nya följare",
    Means.VISITS: "Visits|Profile visits|Besuche|Visitas|Visites|Besök",
    Means.INTERACTIONS: "Interactions|Engagement|Engagements|Interaktionen|Interacciones|Interações|Interaktioner",
    Means.CALLS: "Calls|Anrufe|Llamadas|Chamadas|Appels|Samtal",
    Means.MESSAGES: "Messages|Nachrichten|Mensajes|Mensagens|Meddelanden",
    Means.BOOKINGS: "Bookings|Appointments|Buchungen|Termine|Reservas|Citas|Agendamentos|Réservations|Bokningar",
}
BY_HEADING = {spelling: means for means, words in MEANINGS.items() for spelling in spellings(words)}
