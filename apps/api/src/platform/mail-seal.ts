import { derivedKey, openAccountSecret, sealAccountSecret, type KeyProvider } from '#crypto';

/** What only one email carries: where it goes, and the secret that it brings. */
export interface EmailContent {
  readonly address: string;
  readonly secret: string;
}

/** Seals mail addresses and what emails carry, each for its user: a copy of the database knows nobody's address. */
export class MailSeal {
  private readonly sealingKey: () => Promise<Buffer>;

  constructor(keys: KeyProvider) {
    this.sealingKey = derivedKey(keys, 'signInSecret');
  }

  /** @throws where the keyring does not give the key */
  async ready(): Promise<void> {
    await this.sealingKey();
  }

  sealAddress(userId: string, address: string): Promise<Buffer> {
    return this.seal(userId, 'mailAddress', address);
  }

  openAddress(userId: string, sealed: Uint8Array): Promise<string> {
    return this.open(userId, 'mailAddress', sealed);
  }

  sealEmail(userId: string, content: EmailContent): Promise<Buffer> {
    return this.seal(userId, 'email', JSON.stringify(content));
  }

  async openEmail(userId: string, sealed: Uint8Array): Promise<EmailContent> {
    return JSON.parse(await this.open(userId, 'email', sealed)) as EmailContent;
  }

  private async seal(userId: string, kind: string, text: string): Promise<Buffer> {
    return sealAccountSecret(await this.sealingKey(), { userId, kind }, Buffer.from(text, 'utf8'));
  }

  private async open(userId: string, kind: string, sealed: Uint8Array): Promise<string> {
    return openAccountSecret(await this.sealingKey(), { userId, kind }, sealed).toString('utf8');
  }
}
