"use server";

import { redirect } from "next/navigation";
import { addCategory } from "@/lib/cases/catalogue/add";
import { changeCategory } from "@/lib/cases/catalogue/change";
import { addCategoryInput, changeCategoryInput } from "@/lib/cases/catalogue/input";
import { action } from "@/lib/next/action";

export const change = action(changeCategoryInput, changeCategory, ({ code }) => redirect(`/catalogue#c${code}`));

export const add = action(addCategoryInput, addCategory, (_, { code }) => redirect(`/catalogue/${code}`));
