/** How mail leaves: into a folder as .eml files, or by an SMTP server. */
export type MailRoute = { readonly from: string; readonly origin: URL } & (
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 'smtp';
      readonly host: string;
      readonly port: number;
      readonly user?: string;
      readonly password?: string;
      readonly loopback: boolean;
    }
);

/** Asks for the way that mail leaves: `@Inject(Mailing) route: MailRoute | null`; null where no job is worked. */
export const Mailing = Symbol('MailRoute');
