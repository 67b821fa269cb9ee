/** Where a webhook may go. */
export interface WebhookRoute {
  /** To this machine too, and there without TLS: for trying it out. */
  readonly toLoopback: boolean;
}

/** Asks for it: `@Inject(Webhooking) route: WebhookRoute`. */
export const Webhooking = Symbol('WebhookRoute');
