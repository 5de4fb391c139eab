// datapackage.json: the CSV files described for other programs (Data Package v2, Table Schema).
#pragma once

#include <string>

#include "schema/schema.h"

namespace nianbao {

// The whole file. Everything in it comes from csv_tables().
std::string data_package(const Schema& schema);

}  // namespace nianbao
