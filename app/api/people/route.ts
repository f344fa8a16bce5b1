import { addPerson } from '@/server/people/add-person'

export const POST = addPerson
