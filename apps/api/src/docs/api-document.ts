import { Injectable } from '@nestjs/common';

/** The OpenAPI document of the running API as text; written once, when it is first asked for. */
@Injectable()
export class ApiDocument {
  #write: (() => string) | undefined;
  #text: string | undefined;

  /** Says how to write it; the application must exist before it can be described. */
  writtenBy(write: () => string): void {
    this.#write = write;
  }

  /** @throws when the application was not described yet */
  text(): string {
    if (this.#write === undefined) throw new Error('the API is not described yet');
    return (this.#text ??= this.#write());
  }
}
