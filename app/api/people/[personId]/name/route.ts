import { renamePerson } from '@/server/people/rename-person'

export const POST = renamePerson
