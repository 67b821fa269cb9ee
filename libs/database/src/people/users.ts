import { Read } from '../door/read.js';

export interface UserRow {
  readonly id: string;
  readonly sign_in_name: string;
  readonly display_name: string;
  readonly language: 'en' | 'fr';
  readonly status: 'invited' | 'active' | 'disabled';
  readonly version: number;
  readonly created_at: Date;
}

/** $1 user */
export const userById = new Read<UserRow>(
  'agencies.user',
  `
select u.id, u.sign_in_name, u.display_name, u.language, u.status, u.version, u.created_at
from sec.app_user u
where u.id = $1`,
);

/** $1 status or null, $2 after sign-in name, $3 limit */
export const userRows = Read.inOrder<UserRow>(
  'agencies.users',
  `
select u.id, u.sign_in_name, u.display_name, u.language, u.status, u.version, u.created_at
from sec.app_user u
where ($1::text is null or u.status = $1) and ($2::text is null or u.sign_in_name > $2)
order by u.sign_in_name limit $3`,
);
