import english from '../../words/sign-in.en.json';
import french from '../../words/sign-in.fr.json';

export type DoorWord = keyof typeof english;

/** A word of the door in both languages, since nobody knows yet who comes in. */
export function Both({ id }: { readonly id: DoorWord }) {
  return <><span lang="en">{english[id]}</span> <span aria-hidden="true">·</span> <span lang="fr">{french[id]}</span></>;
}

/** The same where only plain text fits. */
export const bothOf = (id: DoorWord): string => `${english[id]} · ${french[id]}`;
