import { Page } from '../layout.js';
import { PageHeader } from '../page-header.js';
import { Fields } from './fields.js';
import { Overlays } from './overlays.js';
import { Shown } from './shown.js';

/** Every piece of the kit in every state: for development and for tests, never linked from the product. */
export function KitPage() {
  return (
    <Page>
      <PageHeader title="Kit" />
      <Shown />
      <Fields />
      <Overlays />
    </Page>
  );
}
