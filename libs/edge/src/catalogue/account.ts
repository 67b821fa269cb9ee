import { text, type ProblemRow } from './problem-text.js';

/** Refusals of signing in, of the own account, and of seats. */
export const accountProblems = {
  'account.signIn.refused': {
    status: 401,
    en: text(
      'Not signed in',
      'Sign-in name, password or code is not right, or the account is not in use.',
      'Check them and try again; your administrator can start a reset.',
    ),
    fr: text(
      'Session non ouverte',
      'Le nom d’utilisateur, le mot de passe ou le code est inexact, ou le compte n’est pas en service.',
      'Vérifiez-les et réessayez; l’administration peut amorcer une réinitialisation.',
    ),
  },
  'account.stepUp.needed': {
    status: 403,
    en: text(
      'Confirm that it is you',
      'This act needs a proof given within the last five minutes.',
      'Give your code or password once more, then repeat.',
    ),
    fr: text(
      'Confirmez votre identité',
      'Cet acte exige une preuve donnée dans les cinq dernières minutes.',
      'Donnez de nouveau votre code ou votre mot de passe, puis recommencez.',
    ),
  },
  'account.proof.refused': {
    status: 409,
    en: text(
      'Not right',
      'The password or code is not right, or the code was used before.',
      'Wait for a new code, or check the password, and try again.',
    ),
    fr: text(
      'Inexact',
      'Le mot de passe ou le code est inexact, ou le code a déjà servi.',
      'Attendez un nouveau code ou vérifiez le mot de passe, puis réessayez.',
    ),
  },
  'account.password.tooShort': {
    status: 409,
    en: text(
      'Password too short',
      'A password has at least 15 characters; a sentence is good.',
      'Choose a longer one.',
    ),
    fr: text(
      'Mot de passe trop court',
      'Un mot de passe compte au moins 15 caractères; une phrase convient bien.',
      'Choisissez-en un plus long.',
    ),
  },
  'account.password.tooLong': {
    status: 409,
    en: text('Password too long', 'A password has at most 128 characters.', 'Choose a shorter one.'),
    fr: text(
      'Mot de passe trop long',
      'Un mot de passe compte au plus 128 caractères.',
      'Choisissez-en un plus court.',
    ),
  },
  'account.password.tooCommon': {
    status: 409,
    en: text(
      'Password too easy to guess',
      'It is made of common words, your own name or repetition.',
      'Choose words that nobody would put together.',
    ),
    fr: text(
      'Mot de passe trop facile à deviner',
      'Il se compose de mots courants, de votre nom ou de répétitions.',
      'Choisissez des mots que personne n’associerait.',
    ),
  },
  'account.totp.notStarted': {
    status: 409,
    en: text('Nothing to confirm', 'No second factor waits to be confirmed.', 'Begin setting it up again.'),
    fr: text(
      'Rien à confirmer',
      'Aucun second facteur n’attend de confirmation.',
      'Recommencez sa mise en place.',
    ),
  },
  'account.setUp.refused': {
    status: 409,
    en: text(
      'Set-up code not accepted',
      'The code is not right, was used, has run out, or this installation has its administrator.',
      'Start the server again for a new code, if it still has no administrator.',
    ),
    fr: text(
      'Code d’installation refusé',
      'Le code est inexact, utilisé ou échu, ou cette installation a déjà son administration.',
      'Redémarrez le serveur pour obtenir un nouveau code s’il n’a pas encore d’administration.',
    ),
  },
  'account.mail.tooManyCodes': {
    status: 429,
    en: text(
      'Too many codes',
      'Five codes were mailed for you within the hour.',
      'Wait an hour, then name the address again.',
    ),
    fr: text(
      'Trop de codes',
      'Cinq codes vous ont été envoyés en une heure.',
      'Attendez une heure, puis indiquez de nouveau l’adresse.',
    ),
  },
  'account.mail.codeRefused': {
    status: 409,
    en: text(
      'Not right',
      'The code is not right, is older than an hour, or was tried too often.',
      'Check it, or name the address again to get a new one.',
    ),
    fr: text(
      'Inexact',
      'Le code est inexact, date de plus d’une heure ou a été essayé trop souvent.',
      'Vérifiez-le ou indiquez de nouveau l’adresse pour en recevoir un autre.',
    ),
  },
  'seat.needed': {
    status: 400,
    en: text(
      'Choose a seat',
      'The header Seat must say through which of your seats you act.',
      'Read your seats, then send the id of one.',
    ),
    fr: text(
      'Choisissez un siège',
      'L’en-tête Seat doit dire au nom de quel siège vous agissez.',
      'Consultez vos sièges, puis envoyez l’identifiant de l’un d’eux.',
    ),
  },
  'seat.notYours': {
    status: 403,
    en: text(
      'Not a seat of yours',
      'That seat is not yours, has not begun, or has ended.',
      'Choose one of your live seats.',
    ),
    fr: text(
      'Pas un de vos sièges',
      'Ce siège n’est pas le vôtre, n’a pas commencé ou a pris fin.',
      'Choisissez un de vos sièges en vigueur.',
    ),
  },
} as const satisfies Record<string, ProblemRow>;
