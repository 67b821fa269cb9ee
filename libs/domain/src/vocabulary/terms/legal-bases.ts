import type { TermText } from './term.js';

/**
 * On what basis identities are released or an assignment is accepted. A summary by engineers: what a
 * deployment may use is for its counsel, so this is data that can be corrected.
 */
const legalBases = [
  {
    code: 'consent',
    status: 'unconfirmed',
    attributes: { kind: 'consent' },
    labelEn: 'Consent of the person',
    labelFr: 'Consentement de la personne',
    definitionEn: 'The person agreed, knowing which agencies will learn what and why',
    definitionFr: 'La personne a accepté en sachant quels organismes apprendront quoi et pourquoi',
  },
  {
    code: 'substituteConsent',
    status: 'unconfirmed',
    attributes: { kind: 'consent' },
    labelEn: 'Consent of a parent or substitute decision-maker',
    labelFr: 'Consentement d’un parent ou d’un mandataire spécial',
    definitionEn: 'Given by whoever may lawfully decide for the person',
    definitionFr: 'Donné par la personne autorisée par la loi à décider au nom de l’intéressé',
  },
  {
    code: 'phipa40',
    status: 'unconfirmed',
    attributes: { kind: 'authority', statute: 'S.O. 2004, c. 3, Sched. A, s. 40 (1)' },
    labelEn: 'PHIPA, s. 40 (1): significant risk of serious bodily harm',
    labelFr: 'LPRPS, par. 40 (1) : risque considérable de blessure grave',
    definitionEn:
      'Personal Health Information Protection Act, 2004: a health information custodian believes on reasonable grounds that disclosure is necessary to eliminate or reduce a significant risk of serious bodily harm to a person or group',
    definitionFr:
      'Loi de 2004 sur la protection des renseignements personnels sur la santé : le dépositaire a des motifs raisonnables de croire que la divulgation est nécessaire pour éliminer ou réduire un risque considérable de blessure grave',
  },
  {
    code: 'fippa42h',
    status: 'unconfirmed',
    attributes: { kind: 'authority', statute: 'R.S.O. 1990, c. F.31, s. 42 (1) (h)' },
    labelEn: 'FIPPA, s. 42 (1) (h): compelling circumstances of health or safety',
    labelFr: 'LAIPVP, al. 42 (1) h) : situation d’urgence liée à la santé ou à la sécurité',
    definitionEn:
      'Freedom of Information and Protection of Privacy Act: for provincial institutions, universities, colleges and hospitals',
    definitionFr:
      'Loi sur l’accès à l’information et la protection de la vie privée : pour les institutions provinciales, les universités, les collèges et les hôpitaux',
  },
  {
    code: 'fippa42g',
    status: 'unconfirmed',
    attributes: { kind: 'authority', statute: 'R.S.O. 1990, c. F.31, s. 42 (1) (g)' },
    labelEn: 'FIPPA, s. 42 (1) (g): to aid a law enforcement investigation',
    labelFr: 'LAIPVP, al. 42 (1) g) : pour faciliter une enquête en vue de l’exécution de la loi',
    definitionEn: 'Disclosure to an institution or a law enforcement agency in Canada',
    definitionFr: 'Divulgation à une institution ou à un organisme d’exécution de la loi au Canada',
  },
  {
    code: 'mfippa32h',
    status: 'unconfirmed',
    attributes: { kind: 'authority', statute: 'R.S.O. 1990, c. M.56, s. 32 (h)' },
    labelEn: 'MFIPPA, s. 32 (h): compelling circumstances of health or safety',
    labelFr: 'LAIMPVP, al. 32 h) : situation d’urgence liée à la santé ou à la sécurité',
    definitionEn:
      'Municipal Freedom of Information and Protection of Privacy Act: for municipalities, school boards, police services and boards of health',
    definitionFr:
      'Loi sur l’accès à l’information municipale et la protection de la vie privée : pour les municipalités, les conseils scolaires, les services de police et les conseils de santé',
  },
  {
    code: 'mfippa32g',
    status: 'unconfirmed',
    attributes: { kind: 'authority', statute: 'R.S.O. 1990, c. M.56, s. 32 (g)' },
    labelEn: 'MFIPPA, s. 32 (g): to aid a law enforcement investigation',
    labelFr: 'LAIMPVP, al. 32 g) : pour faciliter une enquête en vue de l’exécution de la loi',
    definitionEn: 'Disclosure to an institution or a law enforcement agency in Canada',
    definitionFr: 'Divulgation à une institution ou à un organisme d’exécution de la loi au Canada',
  },
  {
    code: 'cyfsa292',
    status: 'unconfirmed',
    attributes: { kind: 'authority', statute: 'S.O. 2017, c. 14, Sched. 1, s. 292 (1) (g)' },
    labelEn: 'CYFSA, s. 292 (1) (g): risk of serious harm to a person',
    labelFr: 'LSEJF, al. 292 (1) g) : risque de préjudice grave pour une personne',
    definitionEn:
      'Child, Youth and Family Services Act, 2017: a service provider believes on reasonable grounds that disclosure is necessary to assess, reduce or eliminate a risk of serious harm',
    definitionFr:
      'Loi de 2017 sur les services à l’enfance, à la jeunesse et à la famille : le fournisseur de services a des motifs raisonnables de croire que la divulgation est nécessaire pour évaluer, réduire ou éliminer un risque de préjudice grave',
  },
  {
    code: 'cyfsa125',
    status: 'unconfirmed',
    attributes: { kind: 'authority', statute: 'S.O. 2017, c. 14, Sched. 1, s. 125' },
    labelEn: 'CYFSA, s. 125: duty to report a child in need of protection',
    labelFr: 'LSEJF, art. 125 : devoir de signaler un enfant ayant besoin de protection',
    definitionEn: "Reported to a children's aid society",
    definitionFr: 'Signalement à une société d’aide à l’enfance',
  },
  {
    code: 'policePublicSafety',
    status: 'unconfirmed',
    attributes: { kind: 'authority', statute: 'S.O. 2019, c. 1, Sched. 1, s. 80' },
    labelEn: 'Public safety: disclosure by a chief of police',
    labelFr: 'Sécurité publique : divulgation par un chef de police',
    definitionEn:
      'Community Safety and Policing Act, 2019, and its regulation on the disclosure of personal information',
    definitionFr:
      'Loi de 2019 sur la sécurité communautaire et les services policiers et son règlement sur la divulgation de renseignements personnels',
  },
  {
    code: 'ycja125',
    status: 'unconfirmed',
    attributes: { kind: 'authority', statute: 'S.C. 2002, c. 1, s. 125 (6)' },
    labelEn: 'YCJA, s. 125 (6): youth record disclosed for safety or supervision',
    labelFr: 'LSJPA, par. 125 (6) : dossier d’un adolescent communiqué pour la sécurité ou la surveillance',
    definitionEn:
      'Youth Criminal Justice Act: to a professional or other person engaged in the supervision or care of a young person',
    definitionFr:
      'Loi sur le système de justice pénale pour les adolescents : à un professionnel ou à une autre personne chargée de surveiller un adolescent ou de s’en occuper',
  },
  {
    code: 'pipeda73e',
    status: 'unconfirmed',
    attributes: { kind: 'authority', statute: 'S.C. 2000, c. 5, s. 7 (3) (e)' },
    labelEn: 'PIPEDA, s. 7 (3) (e): emergency that threatens life, health or security',
    labelFr: 'LPRPDE, al. 7 (3) e) : situation d’urgence mettant en danger la vie, la santé ou la sécurité',
    definitionEn: 'For private organizations under federal law',
    definitionFr: 'Pour les organisations privées régies par la loi fédérale',
  },
  {
    code: 'emergency',
    status: 'unconfirmed',
    attributes: { kind: 'emergency', needsNote: true },
    labelEn: 'Emergency: imminent danger to life',
    labelFr: 'Urgence : danger imminent pour la vie',
    definitionEn:
      'Imminent danger is met by a call to 911 first; this records on what ground identities were opened',
    definitionFr:
      'Devant un danger imminent, on appelle d’abord le 911; ceci consigne le motif pour lequel l’identité a été révélée',
  },
  {
    code: 'otherAuthority',
    status: 'unconfirmed',
    attributes: { kind: 'authority', needsNote: true },
    labelEn: 'Other authority, named in the note',
    labelFr: 'Autre autorité, nommée dans la note',
  },
] as const satisfies readonly TermText[];

/** Where consent stands. */
const consentStates = [
  { code: 'given', status: 'added', labelEn: 'Consent given', labelFr: 'Consentement donné' },
  { code: 'refused', status: 'added', labelEn: 'Consent refused', labelFr: 'Consentement refusé' },
  { code: 'notAsked', status: 'added', labelEn: 'Not asked', labelFr: 'Non demandé' },
  { code: 'withdrawn', status: 'added', labelEn: 'Consent withdrawn', labelFr: 'Consentement retiré' },
] as const satisfies readonly TermText[];

/** Why a seat opens identities; asked before they open. */
const openingPurposes = [
  {
    code: 'answer',
    status: 'added',
    labelEn: 'To answer whether we are involved',
    labelFr: 'Pour dire si nous sommes en lien avec la personne',
  },
  {
    code: 'plan',
    status: 'added',
    labelEn: 'To plan the intervention',
    labelFr: 'Pour planifier l’intervention',
  },
  {
    code: 'intervene',
    status: 'added',
    labelEn: 'To carry out the intervention',
    labelFr: 'Pour mener l’intervention',
  },
  {
    code: 'safety',
    status: 'added',
    labelEn: 'For the safety of a visiting team',
    labelFr: 'Pour la sécurité d’une équipe en visite',
  },
  {
    code: 'correct',
    status: 'added',
    labelEn: 'To correct what we wrote',
    labelFr: 'Pour corriger ce que nous avons écrit',
  },
  {
    code: 'accessRequest',
    status: 'added',
    labelEn: "To answer a person's access request",
    labelFr: 'Pour répondre à une demande d’accès d’une personne',
  },
  {
    code: 'review',
    status: 'added',
    labelEn: 'To review disclosures',
    labelFr: 'Pour examiner les divulgations',
  },
] as const satisfies readonly TermText[];

/** The lists of this file by name, in the order in which a screen shows them. */
export const legalBasisLists = {
  legalBasis: legalBases,
  consentState: consentStates,
  openingPurpose: openingPurposes,
};
