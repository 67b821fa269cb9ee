import type { Type } from '@nestjs/common';
import {
  codedFieldNames,
  codedFields,
  correctedFields,
  fieldsIn,
  type CodedField,
  type CodedFieldName,
  type CodesIn,
  type CorrectedField,
  type GivenCodes,
  type Place,
} from '#domain/vocabulary';
import { Term, Terms } from './fields.js';

/*
 * Classes with a checked and documented property for each coded field of a situation. Use: `class Brought extends
 * BroughtCodes { … }`; what a class adds stands in it.
 */

function classOf(
  name: string,
  names: readonly CodedFieldName[],
  check: (field: CodedField, name: CodedFieldName) => PropertyDecorator,
): Type {
  const made = class {};
  Object.defineProperty(made, 'name', { value: name });
  for (const field of names) check(codedFields[field], field)(made.prototype, field);
  return made;
}

/** What the document says of a field beside the name of its list, where the name does not say it. */
const notes: Partial<Record<CodedFieldName, string>> = {
  interpreterNeeded: 'which language is not said here',
  sectors: 'those that seem to be needed',
  ownMeans: 'what the agency tried by itself',
};

function described(name: CodedFieldName): string {
  const [{ list }, note] = [codedFields[name], notes[name]];
  return note === undefined ? list : `${list}: ${note}`;
}

/** The codes that a situation is brought with. */
export const BroughtCodes = classOf('BroughtCodes', codedFieldNames, (field, name) => {
  const options = { description: described(name), optional: field.required !== true };
  return field.most === 1 ? Term(options) : Terms({ ...options, max: field.most });
}) as Type<GivenCodes>;

/** The codes of a correction: it says everything, so that what is left out is emptied. */
export const CorrectedCodes = classOf('CorrectedCodes', correctedFields, (field) => {
  const optional = field.required !== true;
  return field.most === 1 ? Term({ optional }) : Terms({ optional, min: optional ? 0 : 1, max: field.most });
}) as Type<GivenCodes<CorrectedField>>;

function shown<Where extends Place>(where: Where): Type<CodesIn<Where>> {
  return classOf('ShownCodes', fieldsIn(where), (field) =>
    field.most === 1 ? Term({ nullable: field.required !== true }) : Terms({ max: field.most }),
  ) as Type<CodesIn<Where>>;
}

/** The codes that the seats of the table see. */
export const CardCodes = shown('card');
/** The codes that the projector shows. */
export const ProjectorCodes = shown('projector');
