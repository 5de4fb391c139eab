#include <gtest/gtest.h>
TEST(Smoke, output) {}
