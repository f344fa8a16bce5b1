import { changePerson } from '@/server/people/change-person'

export const PUT = changePerson
