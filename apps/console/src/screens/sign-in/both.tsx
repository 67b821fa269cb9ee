import { bothLanguages } from '../../session/both-languages.js';
import english from '../../words/sign-in.en.json';
import french from '../../words/sign-in.fr.json';

/** The words of the door. */
export const { Both, bothOf } = bothLanguages(english, french);
