/** What an import says, in French, by what it says in English; {0} is what is put in first. */
export const french: Readonly<Record<string, string>> = {
  // Who may
  'This needs an API key with the scope "{0}": send it as "Authorization: Bearer KEY".':
    'Il faut une clé d’API de portée « {0} ».',
  'This needs an API key with the scope "{0}"; the key sent has the scope "{1}".':
    'Il faut une clé d’API de portée « {0} » ; celle qui a été envoyée a la portée « {1} ».',
  'This API key is not valid, or no longer: ask whoever runs this server for another.':
    'Cette clé d’API n’est pas valable, ou ne l’est plus : demandez-en une autre à qui tient ce serveur.',
  'Without a key a file is taken only from the page /import of this very server. From a program, send an API key with the scope "admin", or use "npm run import".':
    'Sans clé, un fichier n’est accepté que de la page /import de ce serveur même. Depuis un programme, envoyez une clé d’API de portée « admin », ou prenez « npm run import ».',

  // The upload
  'The file is larger than the {0} bytes that this server takes (MAX_UPLOAD_BYTES); "npm run import" on the machine itself takes any size.':
    'Le fichier dépasse les {0} octets que ce serveur accepte (MAX_UPLOAD_BYTES) ; sur la machine même, « npm run import » accepte toute taille.',
  'The upload was cut off half way.': 'L’envoi s’est interrompu en chemin.',
  'There is no such report, or no longer: they are kept for an hour.':
    'Ce compte rendu n’existe pas, ou n’existe plus : ils sont conservés une heure.',
  '"{0}" is no {1}: {2}.': '« {0} » ne convient pas pour « {1} » ; valeurs admises : {2}.',
  'A dataset is open or protected, not both.': 'Un jeu de données est ouvert ou protégé, pas les deux.',
  'A file is appended or becomes the whole new release, not both.':
    'Un fichier s’ajoute, ou devient toute la nouvelle version, mais pas les deux.',
  'Which dataset the file goes into is missing: set "dataset" to its slug.':
    'Il manque le jeu de données où va le fichier : donnez son nom dans les adresses.',
  'Which column says who did the work is missing: set "expert" to its name.':
    'Il manque la colonne qui dit qui a fait le travail : donnez son nom.',
  '"{0}" is on or off: "true" or "false" would do.':
    '« {0} » vaut oui ou non : « true » ou « false » conviendrait.',
  'There is no parameter "{0}"{1}': 'Il n’y a pas de paramètre « {0} »{1}',
  '; did you mean "{0}"?': ' ; vouliez-vous dire « {0} » ?',
  '. There are: {0}.': '. Il y a : {0}.',
  'A sign and its code, as "$=USD", not "{0}".':
    'Il faut un symbole et son code, comme « $=USD », et non « {0} ».',
  'Another import into "{0}" is running: send the file again when it is done.':
    'Un autre import dans « {0} » est en cours : renvoyez le fichier quand il sera terminé.',
  'The form holds no file: it belongs in a part with a file name, after all fields.':
    'Le formulaire ne contient pas de fichier : il vient après tous les champs.',
  'The part "{0}" stands behind the file: put the file last in the form.':
    'Le champ « {0} » vient après le fichier : mettez le fichier à la fin du formulaire.',
  'The form cannot be read: {0}.': 'Le formulaire est illisible : {0}.',
  'The parameter "{0}" is given more than once.': 'Le paramètre « {0} » est donné plusieurs fois.',

  // The file
  '{0} is not {1} throughout: after byte {2} something else begins. Say what it is with --encoding, latin1 for example.':
    '{0} n’est pas en {1} de bout en bout : après l’octet {2} commence autre chose. Dites l’encodage, latin1 par exemple.',
  '{0} becomes more than {1} times larger when decompressed; decompress it yourself if that is meant.':
    '{0} devient plus de {1} fois plus grand une fois décompressé ; décompressez-le vous-même si c’est voulu.',
  '{0} is damaged: gzip says "{1}".': '{0} est endommagé : gzip répond « {1} ».',
  '{0} is compressed twice; decompress it once.': '{0} est compressé deux fois ; décompressez-le une fois.',
  'There is no file {0}.': 'Il n’y a pas de fichier {0}.',
  '{0} cannot be read ({1}).': '{0} est illisible ({1}).',
  '{0} is a folder; name a file in it.': '{0} est un dossier ; nommez un fichier qu’il contient.',
  '{0} holds more than {1} bytes, which is the most that is taken.':
    '{0} contient plus de {1} octets, le maximum accepté.',
  '"{0}" is not an encoding that is known here; utf-8, utf-16le, utf-16be or latin1 would do.':
    '« {0} » n’est pas un encodage connu ici ; utf-8, utf-16le, utf-16be ou latin1 conviendrait.',
  '{0} is not text: it holds zero bytes.': '{0} n’est pas du texte : il contient des octets nuls.',
  '{0} is empty.': '{0} est vide.',
  '{0} is a spreadsheet or a zip archive: save the sheet as CSV, or unpack it.':
    '{0} est un classeur ou une archive zip : enregistrez la feuille en CSV, ou décompressez l’archive.',
  '{0} is a PDF: a table is needed, as CSV for example.':
    '{0} est un PDF : il faut un tableau, par exemple en CSV.',
  'Name the file to import, or - for standard input.': 'Nommez le fichier à importer.',
  '{0} has no rows beneath its header.': '{0} n’a aucune ligne sous son en-tête.',
  '{0} is not a well-formed CSV: {1}.': '{0} n’est pas un CSV bien formé : {1}.',
  '{0} has a record of more than {1} characters near line {2}: a quote may not be closed, or the delimiter is another one.':
    '{0} a un enregistrement de plus de {1} caractères vers la ligne {2} : un guillemet n’est peut-être pas fermé, ou le séparateur est autre.',
  '{0} has a record of more than {1} characters.': '{0} a un enregistrement de plus de {1} caractères.',
  '{0} has a line of more than {1} characters after line {2}.':
    '{0} a une ligne de plus de {1} caractères après la ligne {2}.',
  '{0} is not well-formed JSON after record {1}: {2}':
    '{0} n’est pas un JSON bien formé après l’enregistrement {1} : {2}',
  '{0} is nested more than {1} levels deep.': '{0} est imbriqué sur plus de {1} niveaux.',
  '{0} holds no list of records: a JSON array, or an object with one, is needed.':
    '{0} ne contient pas de liste d’enregistrements : il faut un tableau JSON, ou un objet qui en contient un.',
  '{0} holds several lists ("{1}" and "{2}"): leave one in it.':
    '{0} contient plusieurs listes (« {1} » et « {2} ») : n’en laissez qu’une.',
  '{0} has no rows.': '{0} n’a aucune ligne.',
  '{0} has row groups too large to read in turn: write it with at most a million rows each.':
    '{0} a des groupes de lignes trop grands pour être lus l’un après l’autre : écrivez-le avec un million de lignes au plus par groupe.',
  '{0} cannot be read as Parquet: {1}': '{0} est illisible comme Parquet : {1}',
  '{0} has no records with named values in its first rows.':
    '{0} n’a pas d’enregistrements à valeurs nommées dans ses premières lignes.',

  // The dataset
  '"{0}" cannot name a dataset: lower-case letters and digits with hyphens between them, at most 64.{1}':
    '« {0} » ne peut pas nommer un jeu de données : minuscules et chiffres séparés par des traits d’union, 64 au plus.{1}',
  ' "{0}" would do.': ' « {0} » conviendrait.',
  '"{0}" is the public record: it is loaded from the seeds and takes no ledger.':
    '« {0} » est le recueil public : il ne prend pas de registre.',
  'Dataset "{0}" was retired on {1} and takes no more releases. Import into another one.':
    'Le jeu « {0} » a été retiré le {1} et ne reçoit plus de versions. Importez dans un autre.',
  ' Is it {0}?': ' Est-ce {0} ?',
  'There is no dataset "{0}" to append to.{1} Without --append a new one is made.':
    'Il n’y a pas de jeu « {0} » auquel ajouter.{1} Sans l’ajout, un nouveau est créé.',
  'The contributors of "{0}" are known by another key than that of this data folder. Use the data folder of its first import (DATA_DIR), or import into another dataset.':
    'Les contributeurs de « {0} » sont connus par une autre clé que celle de ce dossier de données. Utilisez le dossier de son premier import (DATA_DIR), ou importez dans un autre jeu.',
  '{0} does not hold a key of {1} hexadecimal digits. Restore it from a copy: contributors of earlier imports are known by it.':
    '{0} ne contient pas une clé de {1} chiffres hexadécimaux. Restaurez-le d’une copie : les contributeurs des imports précédents sont connus par elle.',
  'The key for pseudonyms, {0}, cannot be read ({1}).': 'La clé des pseudonymes, {0}, est illisible ({1}).',
  'The amounts add up to more than can be told exactly. Nothing was loaded.':
    'La somme des montants dépasse ce qui peut être dit exactement. Rien n’a été chargé.',
  'The amounts add up to more than can be told to the last digit. Nothing was loaded.':
    'La somme des montants dépasse ce qui peut être dit au dernier chiffre près. Rien n’a été chargé.',
  'The disk of the database is full. Nothing was loaded.':
    'Le disque de la base de données est plein. Rien n’a été chargé.',
  'The database went away during the import. Nothing was loaded; try again.':
    'La base de données a disparu pendant l’import. Rien n’a été chargé ; réessayez.',

  // The columns
  'Say which column tells who did the work: --expert COLUMN.':
    'Dites quelle colonne indique qui a fait le travail.',
  '--amount and --rate both say what was paid: name one of them.':
    'Le montant et le taux horaire disent tous deux ce qui a été payé : n’en nommez qu’un.',
  '--sector and --sector-all both say the kind of work: name one of them.':
    'Le type de travail est dit deux fois, par une colonne et pour toutes les lignes : ne gardez que l’un.',
  '"{0}" is neither a column of {1} nor a currency code (ISO 4217).':
    '« {0} » n’est ni une colonne de {1} ni un code de monnaie (ISO 4217).',
  '{0} has no column "{1}" ({2}). {3}': '{0} n’a pas de colonne « {1} » ({2}). {3}',
  'The nearest: {0}.': 'Les plus proches : {0}.',
  'It has: {0}{1}.': 'Il a : {0}{1}.',
  ' and more': ' et d’autres',
  'The sector column has more than {0} different values, as "{1}" and "{2}": it does not name kinds of work. Map it as --project, or leave it out.':
    'La colonne du type de travail a plus de {0} valeurs différentes, comme « {1} » et « {2} » : elle ne nomme pas des types de travail. Faites-en le projet, ou laissez-la.',
  'Column "{0}" ({1}) holds people\'s {2}, which are never stored. Map it as --expert, where it is hashed, or leave it out.':
    'La colonne « {0} » ({1}) contient des {2} de personnes, qui ne sont jamais conservés. Prenez-la pour qui a fait le travail, où elle est remplacée par un condensé, ou laissez-la.',
  'e-mail addresses': 'adresses électroniques',
  names: 'noms',
  'holds dates that can only be day/month and dates that can only be month/day':
    'contient des dates qui ne peuvent être que jour/mois et d’autres qui ne peuvent être que mois/jour',
  'holds dates that can be day/month or month/day, and none that tells which':
    'contient des dates qui peuvent être jour/mois ou mois/jour, et aucune qui tranche',
  '{0}: column "{1}" {2}. Say it with --date-order DMY or --date-order MDY.':
    '{0} : la colonne « {1} » {2}. Dites l’ordre du jour et du mois.',
  '{0}: column "{1}" holds numbers like 1,234 that can be thousands or decimals, and none that tells which. Say it with --decimal point or --decimal comma.':
    '{0} : la colonne « {1} » contient des nombres comme 1,234 qui peuvent être des milliers ou des décimales, et aucun qui tranche. Dites le signe décimal.',
  '{0}: {1} of the first {2} values of column "{3}" ({4}) cannot be read: {5} (line {6}) {7}.{8} Nothing was loaded.':
    '{0} : {1} des {2} premières valeurs de la colonne « {3} » ({4}) sont illisibles : {5} (ligne {6}) {7}.{8} Rien n’a été chargé.',
  ' Dates stand in {0}.': ' Il y a des dates dans {0}.',
  '{0}: column "{1}": {2} (line {3}) {4}. {5}': '{0} : colonne « {1} » : {2} (ligne {3}) {4}. {5}',
  'Say the currency with --currency: a code like EUR, or the column that holds it.':
    'Dites la monnaie : un code comme EUR, ou la colonne qui la contient.',
  "Say which currency it is: --currency USD for all rows, or --currency-sign '$=USD' for this sign.":
    'Dites quelle monnaie c’est : un code pour toutes les lignes, comme USD, ou le sens de ce symbole, comme $=USD.',

  // Worth knowing
  'Release {0} was made from this very file, byte for byte: it was not read again.':
    'La version {0} a été faite de ce fichier même, octet pour octet : il n’a pas été relu.',
  'This is the very file that release {0} was made from.':
    'C’est le fichier même dont la version {0} est faite.',
  '{0} rows have no date: no period will find them.':
    '{0} lignes n’ont pas de date : aucune période ne les trouvera.',
  '{0} rows name professions that are no 2018 SOC code or title ({1}{2}): they are kept without one.':
    '{0} lignes nomment des professions qui ne sont ni un code ni un intitulé SOC 2018 ({1}{2}) : elles sont gardées sans profession.',
  'Column "{0}" seems to hold people\'s {1}. They are replaced by keyed hashes before anything is stored; an id that names nobody is better still.':
    'La colonne « {0} » semble contenir des {1} de personnes. Ils sont remplacés par des condensés à clé avant que rien ne soit conservé ; un identifiant qui ne nomme personne vaut mieux encore.',
  'Column "{0}" seems to hold people\'s {1}. They are replaced by keyed hashes before anything is stored.':
    'La colonne « {0} » semble contenir des {1} de personnes. Ils sont remplacés par des condensés à clé avant que rien ne soit conservé.',

  // Why a cell is rejected
  'is required: who did the work': 'est indispensable : qui a fait le travail',
  'is required: a rate needs its hours': 'est indispensable : à un taux horaire il faut ses heures',
  'is not a number': 'n’est pas un nombre',
  'can be read as thousands or as a decimal: say which by --decimal point or --decimal comma':
    'se lit comme des milliers ou comme une décimale : dites le signe décimal',
  'has more digits than a measure can have': 'a plus de chiffres qu’une mesure ne peut en avoir',
  'is larger than one row can be': 'est plus grand qu’une ligne ne peut l’être',
  'is more hours than a year has': 'compte plus d’heures qu’une année',
  'is not a date': 'n’est pas une date',
  'is not a day of the calendar': 'n’est pas un jour du calendrier',
  'is not between 1950 and 2100': 'n’est pas entre 1950 et 2100',
  'is a year alone: a month is needed': 'est une année seule : il faut un mois',
  'has a year of two digits: four are needed': 'a une année de deux chiffres : il en faut quatre',
  'can be day/month or month/day: say which by --date-order':
    'peut être jour/mois ou mois/jour : dites l’ordre',
  'has an amount without a currency': 'a un montant sans monnaie',
  'is not a currency code (three letters, ISO 4217)':
    'n’est pas un code de monnaie (trois lettres, ISO 4217)',
  'stands for several currencies: say which by --currency-sign':
    'vaut pour plusieurs monnaies : dites laquelle',
  'is in another currency than the row says': 'est dans une autre monnaie que celle que dit la ligne',
  'is not a 2018 SOC code that is known here': 'n’est pas un code SOC 2018 connu ici',
  'is no country: an ISO 3166 code of two letters would do':
    'n’est pas un pays : un code ISO 3166 de deux lettres conviendrait',
  'is no seniority: JUNIOR, MID, SENIOR, PRINCIPAL':
    'n’est pas une ancienneté : JUNIOR, MID, SENIOR, PRINCIPAL',
  'is no kind of employer: BANK, CONSULTANCY, LAW_FIRM, HOSPITAL, TECHNOLOGY, INDUSTRY, UNIVERSITY, SCHOOL, MEDIA, GOVERNMENT, SELF_EMPLOYED':
    'n’est pas un genre d’employeur : BANK, CONSULTANCY, LAW_FIRM, HOSPITAL, TECHNOLOGY, INDUSTRY, UNIVERSITY, SCHOOL, MEDIA, GOVERNMENT, SELF_EMPLOYED',
  'holds an e-mail address, which is never stored':
    'contient une adresse électronique, qui n’est jamais conservée',
  'holds a zero character': 'contient un caractère nul',
  'is longer than 300 characters': 'dépasse 300 caractères',
  'has another number of cells than the header': 'n’a pas autant de cellules que l’en-tête',
  'is not an object with named values': 'n’est pas un objet à valeurs nommées',
  'is not JSON': 'n’est pas du JSON',

  // What any request may meet
  'The server failed at this request. It is logged under the request id of this response.':
    'Le serveur a échoué à cette demande. Elle est au journal sous le numéro de cette réponse.',
  'The server is not ready to answer; try again shortly.':
    'Le serveur n’est pas prêt à répondre ; réessayez dans un instant.',
  'The query took longer than one request may; narrow it, or try again later.':
    'La demande a duré plus qu’elle ne le peut ; réessayez plus tard.',
  'The request is larger than this server takes.':
    'La demande est plus grande que ce que ce serveur accepte.',
};
