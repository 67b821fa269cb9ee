/** Words, runs and places that lists of leaked passwords are full of, in English and French, and this product's own. */
export const blockedWords: readonly string[] = `
password passwort passphrase passcode motdepasse mot passe pass secret secrete access acces login logon signin connexion session
administrator administrateur administratrice admin root super user utilisateur guest invite test tester demo default changeme change
welcome bienvenue bonjour bonsoir hello salut letmein let open sesame please master maitre trustno monkey singe dragon shadow ombre
sunshine soleil princess princesse football soccer hockey baseball basketball superman batman starwars pokemon
iloveyou love amour jetaime loveyou chocolat chocolate flower fleur summer winter spring autumn fall printemps automne hiver
january february march april june july august september october november december
janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche
qwertyuiop qwertyuio qwertyui qwerty azertyuiop azertyui azerty asdfghjkl asdfghjk asdfgh qsdfghjklm zxcvbnm wxcvbn qazwsxedc qazwsx
abcdefghijklmnopqrstuvwxyz abcdefghijklmnop abcdefghijkl abcdefgh abcdef abc xyz
situation situations table tables hub agency agence coordinator coordonnateur coordonnatrice auditor auditeur privacy police school ecole
health sante community safety ministry ministere ontario toronto ottawa montreal quebec canada canadian kenora hastings
correct horse battery staple
`
  .trim()
  .split(/\s+/);
