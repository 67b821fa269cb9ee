/** The person who becomes the first administrator, or an invited person's choice. */
export interface Person {
  readonly signInName: string;
  readonly displayName: string;
  readonly language: 'en' | 'fr';
}
