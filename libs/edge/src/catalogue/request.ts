import { text, type ProblemRow } from './problem-text.js';

/** Refusals of the request as such, before any feature is asked. */
export const requestProblems = {
  'request.malformed': {
    status: 400,
    en: text('Malformed request', 'The body is not one well-formed JSON value.', 'Send one JSON object.'),
    fr: text(
      'Requête mal formée',
      'Le corps n’est pas une valeur JSON bien formée.',
      'Envoyez un seul objet JSON.',
    ),
  },
  'request.badEncoding': {
    status: 400,
    en: text(
      'Bad encoding',
      'The request holds bytes that are not UTF-8, or half of a character.',
      'Send valid UTF-8.',
    ),
    fr: text(
      'Encodage incorrect',
      'La requête contient des octets qui ne sont pas de l’UTF-8, ou une moitié de caractère.',
      'Envoyez de l’UTF-8 valide.',
    ),
  },
  'request.controlCharacter': {
    status: 400,
    en: text(
      'Character not accepted',
      'A text has a control character, or one that turns the direction of reading around. The field and the place in it are listed.',
      'Remove that character, or type the words around it again.',
    ),
    fr: text(
      'Caractère refusé',
      'Un texte contient un caractère de commande, ou un caractère qui inverse le sens de lecture. Le champ et l’endroit sont indiqués.',
      'Retirez ce caractère, ou retapez les mots qui l’entourent.',
    ),
  },
  'request.tooDeep': {
    status: 400,
    en: text('Nested too deeply', 'The body is nested more than 8 levels deep.', 'Send a flatter body.'),
    fr: text(
      'Imbrication trop profonde',
      'Le corps est imbriqué sur plus de 8 niveaux.',
      'Envoyez un corps moins imbriqué.',
    ),
  },
  'request.forbiddenKey': {
    status: 400,
    en: text(
      'Field name not accepted',
      'The request uses a field name that is reserved by the programming language.',
      'Remove that field.',
    ),
    fr: text(
      'Nom de champ refusé',
      'La requête utilise un nom de champ réservé par le langage de programmation.',
      'Retirez ce champ.',
    ),
  },
  'request.duplicateKey': {
    status: 400,
    en: text(
      'Field given twice',
      'An object in the body names the same field twice.',
      'Send each field once.',
    ),
    fr: text(
      'Champ en double',
      'Un objet du corps nomme deux fois le même champ.',
      'Envoyez chaque champ une seule fois.',
    ),
  },
  'request.duplicateParameter': {
    status: 400,
    en: text(
      'Parameter given twice',
      'The address names the same parameter twice.',
      'Send each parameter once.',
    ),
    fr: text(
      'Paramètre en double',
      'L’adresse nomme deux fois le même paramètre.',
      'Envoyez chaque paramètre une seule fois.',
    ),
  },
  'request.duplicateHeader': {
    status: 400,
    en: text(
      'Header given twice',
      'The request names a header twice that may be there once.',
      'Send each header once.',
    ),
    fr: text(
      'En-tête en double',
      'La requête nomme deux fois un en-tête qui ne peut y être qu’une fois.',
      'Envoyez chaque en-tête une seule fois.',
    ),
  },
  'request.wrongHost': {
    status: 421,
    en: text(
      'Sent to another name',
      'This server does not answer under the name in the address.',
      'Use the address that you were given.',
    ),
    fr: text(
      'Envoyée à un autre nom',
      'Ce serveur ne répond pas sous le nom qui figure dans l’adresse.',
      'Utilisez l’adresse que vous avez reçue.',
    ),
  },
  'request.badAddress': {
    status: 400,
    en: text(
      'Malformed address',
      'The address holds a part that cannot be decoded or is too long.',
      'Check how the address is encoded.',
    ),
    fr: text(
      'Adresse mal formée',
      'L’adresse contient une partie indéchiffrable ou trop longue.',
      'Vérifiez l’encodage de l’adresse.',
    ),
  },
  'request.invalid': {
    status: 400,
    en: text(
      'Some fields are not right',
      'One or more fields are missing, unknown or not of the right form; they are listed.',
      'Correct the fields listed and send again.',
    ),
    fr: text(
      'Des champs sont à corriger',
      'Des champs manquent, sont inconnus ou n’ont pas la bonne forme; ils sont énumérés.',
      'Corrigez les champs énumérés et renvoyez.',
    ),
  },
  'request.cursorInvalid': {
    status: 400,
    en: text(
      'Page mark not valid',
      'The page mark was altered, or belongs to another list, filter or seat.',
      'Start again at the first page.',
    ),
    fr: text(
      'Repère de page non valide',
      'Le repère de page a été modifié, ou appartient à une autre liste, un autre filtre ou un autre siège.',
      'Recommencez à la première page.',
    ),
  },
  'request.ifMatchMalformed': {
    status: 400,
    en: text(
      'Version mark malformed',
      'The header If-Match does not hold one quoted version mark.',
      'Send the ETag that you were given, unchanged.',
    ),
    fr: text(
      'Repère de version mal formé',
      'L’en-tête If-Match ne contient pas un seul repère de version entre guillemets.',
      'Renvoyez l’ETag reçu, sans le modifier.',
    ),
  },
  'request.crossOrigin': {
    status: 403,
    en: text(
      'Sent from another site',
      'The browser says that this request comes from another site.',
      'Open the console and work from there.',
    ),
    fr: text(
      'Envoyée depuis un autre site',
      'Le navigateur indique que cette requête vient d’un autre site.',
      'Ouvrez la console et travaillez à partir de celle-ci.',
    ),
  },
  'request.notFound': {
    status: 404,
    en: text(
      'Not found',
      'There is nothing here that you may see.',
      'Check the address, and the seat that you act through.',
    ),
    fr: text(
      'Introuvable',
      'Il n’y a rien ici que vous puissiez voir.',
      'Vérifiez l’adresse, et le siège au nom duquel vous agissez.',
    ),
  },
  'request.timeout': {
    status: 408,
    en: text('Request too slow', 'The request did not arrive in time.', 'Send it again.'),
    fr: text('Requête trop lente', 'La requête n’est pas arrivée à temps.', 'Renvoyez-la.'),
  },
  'request.conflict': {
    status: 409,
    en: text(
      'Already exists',
      'Something with the same distinguishing details is already there.',
      'Look for the one that exists, or choose other details.',
    ),
    fr: text(
      'Existe déjà',
      'Un élément portant les mêmes caractéristiques existe déjà.',
      'Cherchez celui qui existe ou changez les caractéristiques.',
    ),
  },
  'request.collided': {
    status: 409,
    en: text(
      'Changed at the same moment',
      'Somebody else changed the same thing at the same moment; nothing of yours was saved.',
      'Read it again and repeat your change.',
    ),
    fr: text(
      'Modification simultanée',
      'Quelqu’un d’autre a modifié la même chose au même instant; rien de votre côté n’a été enregistré.',
      'Relisez, puis refaites votre modification.',
    ),
  },
  'request.stale': {
    status: 412,
    en: text(
      'Changed since you read it',
      'Somebody changed it after you read it; nothing of yours was saved.',
      'Read it again, compare, and repeat your change.',
    ),
    fr: text(
      'Modifié depuis votre lecture',
      'Quelqu’un l’a modifié après votre lecture; rien de votre côté n’a été enregistré.',
      'Relisez, comparez et refaites votre modification.',
    ),
  },
  'request.tooLarge': {
    status: 413,
    en: text('Too large', 'The body is larger than 64 KiB.', 'Send less at once.'),
    fr: text('Trop volumineux', 'Le corps dépasse 64 Kio.', 'Envoyez-en moins à la fois.'),
  },
  'request.unsupportedType': {
    status: 415,
    en: text(
      'Not JSON',
      'Only application/json in UTF-8, uncompressed, is accepted.',
      'Set the header Content-Type to application/json.',
    ),
    fr: text(
      'Pas du JSON',
      'Seul application/json en UTF-8, sans compression, est accepté.',
      'Réglez l’en-tête Content-Type à application/json.',
    ),
  },
  'request.ifMatchMissing': {
    status: 428,
    en: text(
      'Version mark needed',
      'A change must say which version it was made on.',
      'Read first, then send its ETag in the header If-Match.',
    ),
    fr: text(
      'Repère de version requis',
      'Une modification doit dire sur quelle version elle repose.',
      'Lisez d’abord, puis envoyez l’ETag reçu dans l’en-tête If-Match.',
    ),
  },
  'request.tooMany': {
    status: 429,
    en: text(
      'Too many attempts',
      'There were too many attempts in a short time.',
      'Wait a little, then try again.',
    ),
    fr: text(
      'Trop de tentatives',
      'Il y a eu trop de tentatives en peu de temps.',
      'Attendez un peu, puis réessayez.',
    ),
  },
  'request.headersTooLarge': {
    status: 431,
    en: text(
      'Headers too large',
      'The headers of the request are too large.',
      'Send fewer or shorter headers.',
    ),
    fr: text(
      'En-têtes trop volumineux',
      'Les en-têtes de la requête sont trop volumineux.',
      'Envoyez des en-têtes moins nombreux ou plus courts.',
    ),
  },
  'idempotency.keyMissing': {
    status: 400,
    en: text(
      'Idempotency key needed',
      'This request must carry the header Idempotency-Key, so that it is done once even when it is sent twice.',
      'Send a new random UUID with each new request, the same one when you repeat it.',
    ),
    fr: text(
      'Clé d’idempotence requise',
      'Cette requête doit porter l’en-tête Idempotency-Key, pour n’être exécutée qu’une fois même si elle est envoyée deux fois.',
      'Envoyez un nouvel UUID aléatoire à chaque nouvelle requête, le même quand vous la répétez.',
    ),
  },
  'idempotency.keyMalformed': {
    status: 400,
    en: text(
      'Idempotency key malformed',
      'The header Idempotency-Key must be 16 to 64 letters, digits, hyphens or underscores.',
      'Send a random UUID.',
    ),
    fr: text(
      'Clé d’idempotence mal formée',
      'L’en-tête Idempotency-Key doit compter de 16 à 64 lettres, chiffres, traits d’union ou traits de soulignement.',
      'Envoyez un UUID aléatoire.',
    ),
  },
  'idempotency.keyReused': {
    status: 422,
    en: text(
      'Idempotency key used for something else',
      'You sent this key before with another request.',
      'Send a new key with a new request.',
    ),
    fr: text(
      'Clé d’idempotence déjà utilisée',
      'Vous avez déjà envoyé cette clé avec une autre requête.',
      'Envoyez une nouvelle clé avec une nouvelle requête.',
    ),
  },
  'session.needed': {
    status: 401,
    en: text('Sign in', 'You are not signed in, or your session has ended.', 'Sign in and try again.'),
    fr: text(
      'Ouvrez une session',
      'Vous n’avez pas de session ouverte, ou elle a pris fin.',
      'Ouvrez une session et réessayez.',
    ),
  },
  'permission.refused': {
    status: 403,
    en: text(
      'Not yours to do',
      'The seat that you act through does not allow this.',
      'Choose another of your seats, or ask who may do it.',
    ),
    fr: text(
      'Cela ne vous revient pas',
      'Le siège au nom duquel vous agissez ne le permet pas.',
      'Choisissez un autre de vos sièges, ou demandez qui peut le faire.',
    ),
  },
  'service.failed': {
    status: 500,
    en: text(
      'Something went wrong',
      'The server made a mistake; nothing was saved.',
      'Try again; if it goes on, give the request id to your administrator.',
    ),
    fr: text(
      'Une erreur s’est produite',
      'Le serveur a commis une erreur; rien n’a été enregistré.',
      'Réessayez; si cela persiste, donnez l’identifiant de la requête à votre administrateur.',
    ),
  },
  'service.busy': {
    status: 503,
    en: text(
      'Took too long',
      'The server is busy and gave up; nothing was saved.',
      'Wait a few seconds, then try again.',
    ),
    fr: text(
      'Trop long',
      'Le serveur est occupé et a abandonné; rien n’a été enregistré.',
      'Attendez quelques secondes, puis réessayez.',
    ),
  },
  'service.unavailable': {
    status: 503,
    // The answer of a commit may be lost with the connection: whether it was saved is then not known here.
    en: text(
      'Not available at the moment',
      'The database cannot be reached or accepts no changes; it is not certain whether a change was saved.',
      'Wait a few seconds, then send it again, a new thing under the same Idempotency-Key: it is done once.',
    ),
    fr: text(
      'Indisponible pour le moment',
      'La base de données est inaccessible ou n’accepte aucune modification; il n’est pas certain qu’une modification ait été enregistrée.',
      'Attendez quelques secondes, puis renvoyez-la, un nouvel élément sous la même clé d’idempotence : il n’est créé qu’une fois.',
    ),
  },
} as const satisfies Record<string, ProblemRow>;
