import { describe, expect, it } from '@jest/globals';
import { sharesSurname } from './surname.js';

describe('a surname that is one’s own', () => {
  it.each([
    ['Marie Tremblay', 'Tremblay'],
    ['Marie Tremblay', 'TREMBLAY-ROY'],
    ['Marie Roy-Tremblay', 'tremblay'],
    ['Tremblay, Marie', 'Tremblay'],
    ['Jean Bélanger', 'Belanger'],
    ['Anne de la Fontaine', 'De La Fontaine'],
    ['Okonkwo', 'Okonkwo'],
    ['Ada M. Okonkwo', 'Okonkwo'],
  ])('%s and %s', (own, family) => {
    expect(sharesSurname(own, ['Somebody', family])).toBe(true);
  });

  it.each([
    ['Marie Tremblay', 'Marie'],
    ['Tremblay, Marie', 'Marie'],
    ['Anne de la Fontaine', 'de la Rivière'],
    ['Marie Tremblay', 'Tremble'],
    ['Jan van Dam', 'Van Horn'],
    ['', ''],
    ['Marie Tremblay', ''],
  ])('not %s and %s', (own, family) => {
    expect(sharesSurname(own, [family])).toBe(false);
  });
});
