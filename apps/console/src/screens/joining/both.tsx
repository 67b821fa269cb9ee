import { bothLanguages } from '../../session/both-languages.js';
import english from '../../words/joining.en.json';
import french from '../../words/joining.fr.json';

/** The words of coming in for the first time. */
export const { Both, bothOf } = bothLanguages(english, french);
